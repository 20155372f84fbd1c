package dev.windrose.records.search;

import dev.windrose.platform.id.TenantId;
import dev.windrose.records.search.SearchField.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** What the index keeps of a record: words, and no text that could be read again. */
final class SearchDocument {

    /** Workspace, id and type: one document each. */
    static final String KEY = "key";

    static final String TENANT = "tenant";
    static final String TYPE = "type";
    static final String TITLE = "title";
    static final String EXACT = "exact";
    static final String TEXT = "text";
    /** Titles of linked records. Whoever may not see all of those does not ask it. */
    static final String LINK = "link";
    /** The first letters of words of titles and addresses, for what is found as somebody types. */
    static final String START = "start";
    /** Each word with its field: for those who do not see all fields, and for filters. */
    static final String BY_FIELD = "by_field";

    static final String ID = "id";
    static final String KIND = "kind";
    static final String CHANGED = "changed";
    static final char SEPARATOR = '\u0001';

    static final int SHORTEST_START = 1;
    static final int LONGEST_START = 4;

    /** A finished word of so many letters also finds words that begin with it. */
    static final int SHORTEST_BEGUN = 3;

    private static final FieldType KEYED = fieldType(IndexOptions.DOCS, true, false);
    private static final FieldType NAMED = fieldType(IndexOptions.DOCS, true, true);
    private static final FieldType COUNTED = fieldType(IndexOptions.DOCS_AND_FREQS, false, true);

    private SearchDocument() {}

    private static FieldType fieldType(IndexOptions options, boolean omitNorms, boolean tokenized) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.setTokenized(tokenized);
        type.freeze();
        return type;
    }

    static Document of(TenantId tenant, String type, List<SearchField> fields, SearchStore.Row row) {
        var words = new EnumMap<Weight, Collection<String>>(Weight.class);
        var byField = new LinkedHashSet<String>();
        for (var field : fields) {
            String value = row.texts().get(field.field().name());
            if (value != null) {
                var into = words.computeIfAbsent(field.weight(), _ -> new ArrayList<>());
                for (var word : field.words(value)) {
                    into.add(word.text());
                    byField.add(field.field().name() + SEPARATOR + word.text());
                }
            }
        }
        var title = words.getOrDefault(Weight.TITLE, List.of());
        var exact = words.getOrDefault(Weight.EXACT, List.of());
        var ids = words.getOrDefault(Weight.ID, List.of());
        var document = new Document();
        named(document, KEY, RecordKey.of(tenant, type, row.id()));
        named(document, TENANT, RecordKey.tenant(tenant));
        named(document, TYPE, new BytesRef(type));
        words(document, TITLE, title, COUNTED);
        words(document, EXACT, Stream.concat(exact.stream(), ids.stream()).toList(), NAMED);
        words(document, TEXT, words.getOrDefault(Weight.TEXT, List.of()), COUNTED);
        words(document, LINK, Set.copyOf(words.getOrDefault(Weight.LINK, List.of())), NAMED);
        words(document, START, starts(title, exact), NAMED);
        words(document, BY_FIELD, byField, NAMED);
        document.add(new BinaryDocValuesField(ID, RecordKey.bytes(row.id())));
        document.add(new SortedDocValuesField(KIND, new BytesRef(type)));
        document.add(new NumericDocValuesField(CHANGED, row.changedAt()));
        return document;
    }

    private static Set<String> starts(Collection<String> title, Collection<String> exact) {
        var starts = new LinkedHashSet<String>();
        for (var list : List.of(title, exact)) {
            for (String word : list) {
                for (int length = SHORTEST_START; length <= Math.min(LONGEST_START, word.length()); length++) {
                    starts.add(word.substring(0, length));
                }
            }
        }
        return starts;
    }

    private static void named(Document document, String field, BytesRef value) {
        document.add(new Field(field, value, KEYED));
    }

    private static void words(Document document, String field, Collection<String> words, FieldType type) {
        if (!words.isEmpty()) {
            document.add(new Field(field, new GivenWords(words.iterator()), type));
        }
    }

    /** Words that have been cut already. */
    private static final class GivenWords extends TokenStream {

        private final Iterator<String> words;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        GivenWords(Iterator<String> words) {
            this.words = words;
        }

        @Override
        public boolean incrementToken() {
            if (!words.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(words.next());
            return true;
        }
    }
}
