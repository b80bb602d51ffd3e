package org.rashomon.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.rashomon.export.lookup.DossierIndex;
import org.rashomon.model.Article;
import org.rashomon.model.Span;
import org.rashomon.model.claims.Claim;
import org.rashomon.model.dossier.ArticleAnalysis;
import org.rashomon.server.search.SearchAnswer.Facet;
import org.rashomon.server.search.SearchAnswer.Hit;
import org.rashomon.server.search.SearchAnswer.Piece;
import org.rashomon.server.search.SearchAnswer.Value;

/**
 * The words of a dossier, to be looked up: its claims and its articles. Derived and in memory: it is made anew of each state of a case. Words
 * are compared without their endings (<em>strikes</em>, <em>strike</em>); what is highlighted are the offsets of the index. Thread-safe.
 */
public final class SearchIndex {
    private static final String KIND = "kind";
    private static final String CLAIM = "claim";
    private static final String ARTICLE = "article";
    private static final String TEXT = "text";
    private static final List<String> FACETS = List.of("speaker", "outlet", "act");
    private static final int VALUES_SHOWN = 12;
    private static final int PASSAGES = 2;
    private final Analyzer analyzer = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    private final IndexSearcher searcher;
    private final DossierIndex index;
    private final SearchAnswer.Searched searched;

    public SearchIndex(DossierIndex index) {
        this.index = index;
        int claims = 0;
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (ArticleAnalysis analysis : index.dossier().analyses()) {
                    writer.addDocument(article(analysis.article()));
                    for (Claim claim : analysis.claims()) {
                        writer.addDocument(claim(claim, analysis.article()));
                        claims++;
                    }
                }
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.searched =
                new SearchAnswer.Searched(claims, index.dossier().analyses().size());
    }

    private static Document article(Article article) {
        Document document = new Document();
        document.add(new StringField(KIND, ARTICLE, Field.Store.NO));
        document.add(new StoredField(ARTICLE, article.id()));
        document.add(words(article.text()));
        name(document, "outlet", article.outlet());
        return document;
    }

    private static Document claim(Claim claim, Article article) {
        Document document = new Document();
        document.add(new StringField(KIND, CLAIM, Field.Store.NO));
        document.add(new StoredField(ARTICLE, article.id()));
        document.add(new StoredField(CLAIM, claim.id()));
        document.add(new BinaryDocValuesField(CLAIM, new BytesRef(claim.id())));
        document.add(words(content(claim).in(article.text())));
        name(document, "speaker", claim.speaker().label());
        if (claim.speaker().actor() != null) {
            claim.speaker()
                    .actor()
                    .aliases()
                    .forEach(alias -> document.add(new StringField("speaker", SearchQuery.key(alias), Field.Store.NO)));
        }
        name(document, "outlet", article.outlet());
        name(document, "act", claim.act().name().toLowerCase(Locale.ROOT));
        return document;
    }

    private static Span content(Claim claim) {
        return Span.covering(claim.attribution().content());
    }

    private static Field words(String text) {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return new Field(TEXT, text, type);
    }

    private static void name(Document document, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            document.add(new StringField(field, SearchQuery.key(value), Field.Store.NO));
            // in columns, so that what was found is counted without fetching it
            document.add(new SortedDocValuesField(FacetCounts.column(field), new BytesRef(value)));
        }
    }

    /**
     * Looks for words.
     *
     * @param from how many statements of the answer to pass over
     * @param most how many statements, and how many articles, to list
     */
    public SearchAnswer search(SearchQuery query, int from, int most) {
        try {
            Query words = words(query);
            Query claims = filtered(words, query, CLAIM);
            FacetCounts counts = searcher.search(claims, FacetCounts.of(FACETS));
            TopDocs statements = searcher.search(claims, Math.max(1, from + most));
            boolean claimsOnly = !query.speakers().isEmpty() || !query.acts().isEmpty();
            Query articles = filtered(words, query, ARTICLE);
            TopDocs passages = claimsOnly || query.words().isEmpty() ? null : searcher.search(articles, most);
            return new SearchAnswer(
                    hits(slice(statements, from, most), claims, true),
                    counts.found(),
                    passages == null ? List.of() : hits(slice(passages, 0, most), articles, false),
                    passages == null ? 0 : searcher.count(articles),
                    facets(counts),
                    searched);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The ids of the statements that fit best, without what marks the words in them.
     *
     * @param most how many, at most
     */
    public Set<String> claims(SearchQuery query, int most) {
        try {
            ScoreDoc[] found = searcher.search(filtered(words(query), query, CLAIM), most).scoreDocs;
            int[] documents =
                    Arrays.stream(found).mapToInt(one -> one.doc).sorted().toArray();
            Set<String> ids = new HashSet<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                BinaryDocValues claims = DocValues.getBinary(leaf.reader(), CLAIM);
                for (int document : documents) {
                    int at = document - leaf.docBase;
                    if (at >= 0 && at < leaf.reader().maxDoc() && claims.advanceExact(at)) {
                        ids.add(claims.binaryValue().utf8ToString());
                    }
                }
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query words(SearchQuery query) {
        if (query.words().isEmpty()) {
            return new MatchAllDocsQuery();
        }
        SimpleQueryParser parser = new SimpleQueryParser(
                analyzer,
                Map.of(TEXT, 1f),
                SimpleQueryParser.PHRASE_OPERATOR
                        | SimpleQueryParser.NOT_OPERATOR
                        | SimpleQueryParser.OR_OPERATOR
                        | SimpleQueryParser.PREFIX_OPERATOR
                        | SimpleQueryParser.WHITESPACE_OPERATOR);
        parser.setDefaultOperator(Occur.MUST);
        Query parsed = parser.parse(query.words());
        return parsed == null ? new MatchAllDocsQuery() : parsed;
    }

    private static Query filtered(Query words, SearchQuery query, String kind) {
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(new TermQuery(new Term(KIND, kind)), Occur.FILTER);
        any(all, "speaker", query.speakers());
        any(all, "outlet", query.outlets());
        any(all, "act", query.acts());
        return all.build();
    }

    private static void any(BooleanQuery.Builder all, String field, List<String> values) {
        if (!values.isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            values.forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
            all.add(any.build(), Occur.FILTER);
        }
    }

    private static int[] slice(TopDocs found, int from, int most) {
        int first = Math.min(from, found.scoreDocs.length);
        int last = Math.min(found.scoreDocs.length, first + most);
        int[] documents = new int[last - first];
        for (int i = first; i < last; i++) {
            documents[i - first] = found.scoreDocs[i].doc;
        }
        return documents;
    }

    private List<Hit> hits(int[] documents, Query query, boolean claims) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<List<SpanHighlighter.Found>> found =
                SpanHighlighter.of(searcher, analyzer, claims).passages(TEXT, query, documents, PASSAGES);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            Document document = stored.document(documents[i]);
            String article = document.get(ARTICLE);
            String id = document.get(CLAIM);
            int start = id == null ? 0 : content(index.claim(id)).start();
            if (found.get(i).isEmpty() && id != null) {
                hits.add(new Hit(article, id, start, List.of(new Piece(document.get(TEXT), false))));
            }
            for (SpanHighlighter.Found passage : found.get(i)) {
                hits.add(new Hit(article, id, start + passage.start(), passage.pieces()));
            }
        }
        return hits;
    }

    private static List<Facet> facets(FacetCounts counts) {
        return FACETS.stream()
                .map(field -> new Facet(
                        field,
                        counts.of(field).entrySet().stream()
                                .map(entry -> new Value(entry.getKey(), entry.getValue()))
                                .sorted(Comparator.comparingInt((Value value) -> -value.count())
                                        .thenComparing(Value::name))
                                .limit(VALUES_SHOWN)
                                .toList()))
                .filter(facet -> !facet.values().isEmpty())
                .toList();
    }
}
