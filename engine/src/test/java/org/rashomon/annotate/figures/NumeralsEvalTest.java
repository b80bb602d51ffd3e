package org.rashomon.annotate.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many numbers of a file are read to their end with the right value: {@code -Dnumerals=FILE}, a file of JSON lines
 * {@code {"text", "value"}}. Prints the share and each number that is read otherwise.
 */
class NumeralsEvalTest {
    @Test
    @EnabledIfSystemProperty(named = "numerals", matches = ".+")
    void numbersOfAFile() throws IOException {
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (String line : Files.readAllLines(Path.of(System.getProperty("numerals")))) {
            JsonNode number = JsonMapper.shared().readTree(line);
            String text = number.get("text").asString();
            double value = Double.parseDouble(number.get("value").asString().replaceAll("[()]", ""));
            Double read = NumeralsTest.read(text);
            if (read != null && Math.abs(read - value) <= 1e-6 * Math.abs(value)) {
                right++;
            } else {
                wrong.add(text + ": " + read);
            }
        }
        System.out.printf("numbers: %d of %d right%n", right, right + wrong.size());
        wrong.forEach(System.out::println);
        assertThat(right).isPositive();
    }
}
