package org.rashomon.nlp;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.rashomon.model.Span;
import org.rashomon.nlp.onnx.NativeParts;

/** Text to word-pieces, by the tokenizer that the weights were trained with. */
final class WordPieces implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;
    private final ReaderSettings settings;

    private WordPieces(HuggingFaceTokenizer tokenizer, ReaderSettings settings) {
        this.tokenizer = tokenizer;
        this.settings = settings;
    }

    /** @throws NativePartException where the tokenizer does not run */
    static WordPieces read(InputStream json, ReaderSettings settings) throws IOException {
        NativeParts.load();
        Map<String, String> whole = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        return new WordPieces(HuggingFaceTokenizer.newInstance(json, whole), settings);
    }

    /** The word-pieces and words of {@code span}. */
    Paragraph paragraph(String text, Span span) {
        String part = span.in(text);
        Encoding encoding = tokenizer.encode(part, false, false);
        long[] words = encoding.getWordIds();
        CharSpan[] places = encoding.getCharTokenSpans();
        int pieces = words.length;
        int[] first = new int[pieces];
        int[] starts = new int[pieces];
        int[] ends = new int[pieces];
        int count = 0;
        int units = 0;
        int points = 0;
        for (int i = 0; i < pieces; i++) {
            // offsets come as code points, and never step back
            int start = part.offsetByCodePoints(units, places[i].getStart() - points);
            int end = part.offsetByCodePoints(start, places[i].getEnd() - places[i].getStart());
            units = start;
            points = places[i].getStart();
            if (i == 0 || words[i] != words[i - 1]) {
                first[count] = i;
                starts[count] = span.start() + start;
                count++;
            }
            ends[count - 1] = span.start() + end;
        }
        starts = Arrays.copyOf(starts, count);
        ends = Arrays.copyOf(ends, count);
        return new Paragraph(encoding.getIds(), Arrays.copyOf(first, count), starts, ends, shapes(text, starts, ends));
    }

    private int[] shapes(String text, int[] starts, int[] ends) {
        int[] shapes = new int[starts.length];
        boolean begins = true;
        for (int i = 0; i < shapes.length; i++) {
            String word = text.substring(starts[i], ends[i]);
            shapes[i] = settings.shape(word, begins);
            if (settings.finals().contains(word)) {
                begins = true;
            } else if (!settings.opening().contains(word)) {
                begins = false;
            }
        }
        return shapes;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
