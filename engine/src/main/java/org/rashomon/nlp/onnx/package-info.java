/**
 * Trained graphs on ONNX Runtime: {@link org.rashomon.nlp.onnx.Graph} runs one; {@code NativeParts} loads the native libraries of the
 * runtime and of the tokenizer, leaves nothing behind, and says where there are none ({@link
 * org.rashomon.nlp.onnx.NativePartException}). Knows nothing of what the numbers mean. Sees {@code limits} only.
 */
@NullMarked
package org.rashomon.nlp.onnx;

import org.jspecify.annotations.NullMarked;
