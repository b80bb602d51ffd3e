package org.rashomon.spark;

import java.util.Iterator;
import java.util.function.Function;

/** One thing after the other, made when it is asked for. */
record Mapped<A, B>(Iterator<A> from, Function<A, B> making) implements Iterator<B> {
    @Override
    public boolean hasNext() {
        return from.hasNext();
    }

    @Override
    public B next() {
        return making.apply(from.next());
    }
}
