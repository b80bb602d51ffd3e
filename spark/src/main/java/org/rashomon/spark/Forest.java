package org.rashomon.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Components of articles by their numbers. Each partition keeps of its pairs those that join something not joined before, so fewer than
 * there are articles; the driver joins these: four bytes an article there, and one pass instead of one for each step of the longest way
 * through a component, as labels that are handed on would take.
 */
final class Forest {
    private final int[] above;

    Forest(int articles) {
        above = new int[articles];
        Arrays.setAll(above, i -> i);
    }

    /** Components, by the smallest number in each. */
    static Forest of(JavaPairRDD<Integer, Integer> pairs, int articles) {
        Forest forest = new Forest(articles);
        Iterator<int[]> joining = pairs.mapPartitions(Forest::joining).toLocalIterator();
        joining.forEachRemaining(pair -> forest.join(pair[0], pair[1]));
        return forest;
    }

    private static Iterator<int[]> joining(Iterator<Tuple2<Integer, Integer>> pairs) {
        Map<Integer, Integer> above = new HashMap<>();
        List<int[]> joining = new ArrayList<>();
        while (pairs.hasNext()) {
            Tuple2<Integer, Integer> pair = pairs.next();
            int one = root(above, pair._1());
            int other = root(above, pair._2());
            if (one != other) {
                above.put(Math.max(one, other), Math.min(one, other));
                joining.add(new int[] {pair._1(), pair._2()});
            }
        }
        return joining.iterator();
    }

    private static int root(Map<Integer, Integer> above, int of) {
        int root = of;
        for (Integer next = above.get(root); next != null; next = above.get(root)) {
            root = next;
        }
        int at = of;
        while (at != root) {
            Integer next = above.put(at, root);
            at = next == null ? root : next;
        }
        return root;
    }

    void join(int a, int b) {
        int one = component(a);
        int other = component(b);
        above[Math.max(one, other)] = Math.min(one, other);
    }

    int component(int article) {
        int root = article;
        while (above[root] != root) {
            root = above[root];
        }
        int at = article;
        while (above[at] != root) {
            int next = above[at];
            above[at] = root;
            at = next;
        }
        return root;
    }

    /** By number of an article its component. */
    int[] components() {
        int[] components = new int[above.length];
        Arrays.setAll(components, this::component);
        return components;
    }
}
