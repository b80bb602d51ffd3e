package org.rashomon.nlp;

/** How a word is written, for a model whose vocabulary has no capitals. */
final class WordShape {
    private WordShape() {}

    static String of(String word) {
        int letters = 0;
        int upper = 0;
        boolean digits = false;
        boolean firstUpper = false;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int c = word.codePointAt(i);
            if (Character.isLetter(c)) {
                boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
                firstUpper |= letters == 0 && capital;
                upper += capital ? 1 : 0;
                letters++;
            } else {
                digits |= Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
            }
        }
        if (letters == 0) {
            return digits ? "digits" : "mark";
        }
        if (digits) {
            return "alphanumeric";
        }
        if (upper == 0) {
            return "lower";
        }
        if (letters == 1) {
            return "letter";
        }
        if (upper == letters) {
            return "capitals";
        }
        return firstUpper && upper == 1 ? "initial" : "mixed";
    }
}
