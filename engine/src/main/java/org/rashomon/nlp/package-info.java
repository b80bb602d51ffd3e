/**
 * Machine-made annotation that needs a model: part-of-speech tags ({@link org.rashomon.nlp.PosTagger}), and the trained reader
 * ({@link org.rashomon.nlp.Reader}: text to {@code Window}s, one pass of the {@code Encoder}, {@code TagSequences} and {@code Links} to
 * a {@link org.rashomon.nlp.Reading}). The export contract in {@code training/README.md} defines every step of the latter.
 *
 * <p>The trained reader rests on native libraries; {@link org.rashomon.nlp.onnx} loads them, leaves nothing behind, and says where there are none
 * ({@link org.rashomon.nlp.onnx.NativePartException}).
 */
@NullMarked
package org.rashomon.nlp;

import org.jspecify.annotations.NullMarked;
