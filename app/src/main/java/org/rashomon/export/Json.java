package org.rashomon.export;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Fields of one JSON object, in the order of the calls. */
final class Json {
    private final JsonGenerator out;

    Json(JsonGenerator out) {
        this.out = out;
    }

    Json put(String name, @Nullable String value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
        return this;
    }

    Json put(String name, int value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    Json put(String name, @Nullable Long value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
        return this;
    }

    Json put(String name, @Nullable Double value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
        return this;
    }

    Json put(String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
        return this;
    }

    Json strings(String name, List<String> values) {
        out.writeName(name);
        out.writeStartArray();
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    /** An array of arrays of numbers. */
    Json offsets(String name, List<int[]> values) {
        out.writeName(name);
        out.writeStartArray();
        for (int[] numbers : values) {
            out.writeStartArray();
            for (int number : numbers) {
                out.writeNumber(number);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        return this;
    }

    /** An object, or null when {@code value} is. */
    <T> Json object(String name, @Nullable T value, Consumer<T> fields) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeStartObject();
            fields.accept(value);
            out.writeEndObject();
        }
        return this;
    }

    /** An array of objects. */
    <T> Json objects(String name, List<T> values, Consumer<T> fields) {
        out.writeName(name);
        out.writeStartArray();
        for (T value : values) {
            out.writeStartObject();
            fields.accept(value);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }
}
