package org.rashomon.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what is found, and how often each value of some fields stands in it. Reads columns of numbers only: no document is fetched. */
final class FacetCounts extends SimpleCollector {
    private final List<String> fields;
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    /** Of the part of the index that is being looked at. */
    private final List<Column> columns = new ArrayList<>();

    private int found;

    private FacetCounts(List<String> fields) {
        this.fields = List.copyOf(fields);
    }

    /** What counts the values of some fields. */
    static CollectorManager<FacetCounts, FacetCounts> of(List<String> fields) {
        return new CollectorManager<>() {
            @Override
            public FacetCounts newCollector() {
                return new FacetCounts(fields);
            }

            @Override
            public FacetCounts reduce(Collection<FacetCounts> parts) throws IOException {
                FacetCounts sum = newCollector();
                for (FacetCounts part : parts) {
                    part.settle();
                    sum.found += part.found;
                    part.counts.forEach((field, values) -> {
                        Map<String, Integer> sums = sum.counts.computeIfAbsent(field, name -> new HashMap<>());
                        values.forEach((value, times) -> sums.merge(value, times, Integer::sum));
                    });
                }
                return sum;
            }
        };
    }

    /** A field of a part of the index: how often each of its values, which are numbered there, was met. */
    private static final class Column {
        private final String field;
        private final SortedDocValues values;
        private final int[] times;

        Column(String field, SortedDocValues values) {
            this.field = field;
            this.values = values;
            this.times = new int[values.getValueCount()];
        }
    }

    /** Where the values of a field stand: apart from its words, of which a document may have several, or none. */
    static String column(String field) {
        return field + ".counted";
    }

    /** How many there are. */
    int found() {
        return found;
    }

    /** How often each value of a field stands in what was found. */
    Map<String, Integer> of(String field) {
        return counts.getOrDefault(field, Map.of());
    }

    @Override
    protected void doSetNextReader(LeafReaderContext part) throws IOException {
        settle();
        for (String field : fields) {
            columns.add(new Column(field, DocValues.getSorted(part.reader(), column(field))));
        }
    }

    @Override
    public void collect(int document) throws IOException {
        found++;
        for (Column column : columns) {
            if (column.values.advanceExact(document)) {
                column.times[column.values.ordValue()]++;
            }
        }
    }

    private void settle() throws IOException {
        for (Column column : columns) {
            Map<String, Integer> sums = counts.computeIfAbsent(column.field, field -> new HashMap<>());
            for (int value = 0; value < column.times.length; value++) {
                if (column.times[value] > 0) {
                    sums.merge(column.values.lookupOrd(value).utf8ToString(), column.times[value], Integer::sum);
                }
            }
        }
        columns.clear();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
