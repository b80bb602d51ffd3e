package org.rashomon.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ForestTest {
    @Property(tries = 200)
    void twoAreInOneComponentExactlyWhenAWayLeadsFromOneToTheOther(
            @ForAll @Size(max = 30) List<@IntRange(max = 19) Integer> from,
            @ForAll @Size(max = 30) List<@IntRange(max = 19) Integer> to) {
        Forest forest = new Forest(20);
        Map<Integer, Set<Integer>> near = new HashMap<>();
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            forest.join(from.get(i), to.get(i));
            near.computeIfAbsent(from.get(i), at -> new HashSet<>()).add(to.get(i));
            near.computeIfAbsent(to.get(i), at -> new HashSet<>()).add(from.get(i));
        }
        int[] components = forest.components();
        for (int start = 0; start < 20; start++) {
            Set<Integer> reached = new HashSet<>(Set.of(start));
            while (reached.addAll(reached.stream()
                    .flatMap(at -> near.getOrDefault(at, Set.of()).stream())
                    .toList())) {}
            for (int end = 0; end < 20; end++) {
                assertThat(components[end] == components[start]).isEqualTo(reached.contains(end));
            }
        }
    }
}
