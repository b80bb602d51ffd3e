package org.rashomon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BisectionPropertyTest {

    @Property
    void findsWhatAWalkFromTheFrontFinds(@ForAll List<Integer> any, @ForAll int offset) {
        List<Integer> starts = any.stream().sorted().toList();
        int walked = 0;
        while (walked < starts.size() && starts.get(walked) < offset) {
            walked++;
        }
        assertThat(Bisection.first(starts.size(), i -> starts.get(i) >= offset)).isEqualTo(walked);
    }
}
