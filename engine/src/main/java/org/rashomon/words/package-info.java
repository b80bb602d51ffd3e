/**
 * Words as words: the tables that hold them, and how names and phrases are compared. Nothing here knows an article.
 *
 * <p>Reading order: {@link org.rashomon.words.Tsv} (reads every table of the engine), {@link org.rashomon.words.WordLists}
 * and {@link org.rashomon.words.Phrases} (named sets of words and of phrases), {@link org.rashomon.words.PersonWords} and
 * {@link org.rashomon.words.SourceWords} (nouns for people, bodies and sources), {@link org.rashomon.words.NameForms}, {@link
 * org.rashomon.words.LetterCase} (the forms of names).
 *
 * <p>To add a list of words: a row in the table of its concern in the resource folder {@code en}, under a name that says
 * what rules make of it. Sees no other package.
 */
@NullMarked
package org.rashomon.words;

import org.jspecify.annotations.NullMarked;
