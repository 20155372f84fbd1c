package dev.windrose.context.retrieval;

import dev.windrose.platform.id.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What the index keeps of a chunk: words, what it is chosen by, and its vector; no text that could be read again. */
final class ChunkDocument {

    static final String SOURCE = "source";
    static final String TENANT = "tenant";
    static final String TYPE = "type";
    static final String FIELD = "field";
    static final String LEVEL = "level";
    static final String CATEGORY = "category";
    static final String PRODUCT = "product";
    static final String SEGMENT = "segment";
    static final String LANGUAGE = "language";
    static final String LIVE = "live";
    static final String FROM = "from";
    static final String TO = "to";
    static final String TEXT = "text";
    static final String HEADING = "heading";
    static final String ENCODER = "encoder";
    /** With the encoder behind it. */
    static final String VECTOR = "vector:";

    static final String ROUND = "round";
    static final String ID = "id";
    /** The same as a term. */
    static final String KEY = "key";

    /** Of chunks of no product, or of no segment, in particular. */
    static final String ANY = "*";

    /** Of chunks that no encoder has read. */
    static final String NONE = "-";

    private static final int BYTES = 16;
    private static final FieldType COUNTED = counted();

    private ChunkDocument() {}

    private static FieldType counted() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** @param vectors whether the vector is searched here */
    static Document of(Chunk chunk, String round, boolean vectors) {
        var document = new Document();
        var traits = chunk.traits();
        term(document, SOURCE, source(chunk.tenant(), chunk.type(), chunk.source()));
        term(document, TENANT, tenant(chunk.tenant()));
        term(document, KEY, bytes(chunk.id()));
        term(document, TYPE, new BytesRef(chunk.type()));
        term(document, FIELD, new BytesRef(field(chunk.type(), chunk.field())));
        term(document, LEVEL, new BytesRef(chunk.level()));
        term(document, ROUND, new BytesRef(round));
        term(document, ENCODER, new BytesRef(chunk.encoder() == null ? NONE : chunk.encoder()));
        if (traits.category() != null) {
            term(document, CATEGORY, new BytesRef(traits.category()));
        }
        anyOf(traits.products()).forEach(product -> term(document, PRODUCT, new BytesRef(product)));
        anyOf(traits.segments()).forEach(segment -> term(document, SEGMENT, new BytesRef(segment)));
        languages(traits.language()).forEach(language -> term(document, LANGUAGE, new BytesRef(language)));
        if (traits.live()) {
            term(document, LIVE, new BytesRef("1"));
            document.add(new LongPoint(
                    FROM, traits.from() == null ? Long.MIN_VALUE : traits.from().toEpochDay()));
            document.add(new LongPoint(
                    TO, traits.to() == null ? Long.MAX_VALUE : traits.to().toEpochDay()));
        }
        words(document, HEADING, ChunkWords.of(chunk.heading()));
        words(document, TEXT, ChunkWords.of(chunk.text()));
        if (vectors && chunk.encoder() != null && chunk.vector() != null) {
            document.add(new KnnFloatVectorField(
                    VECTOR + chunk.encoder(), chunk.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        document.add(new BinaryDocValuesField(ID, bytes(chunk.id())));
        return document;
    }

    static List<String> anyOf(List<String> some) {
        return some.isEmpty() ? List.of(ANY) : some;
    }

    /** A tag and the language of which it is a kind. */
    static Collection<String> languages(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return List.of(ANY);
        }
        String whole = tag.toLowerCase(Locale.ROOT);
        int dash = whole.indexOf('-');
        return dash < 0 ? List.of(whole) : List.of(whole, whole.substring(0, dash));
    }

    static Term sourceTerm(TenantId tenant, String type, UUID id) {
        return new Term(SOURCE, source(tenant, type, id));
    }

    static BytesRef source(TenantId tenant, String type, UUID id) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(2 * BYTES + name.length);
        put(bytes, tenant.value());
        bytes.put(name);
        put(bytes, id);
        return new BytesRef(bytes.array());
    }

    static BytesRef tenant(TenantId tenant) {
        return bytes(tenant.value());
    }

    static String field(String type, String field) {
        return type + '.' + field;
    }

    static BytesRef bytes(UUID id) {
        var bytes = ByteBuffer.allocate(BYTES);
        put(bytes, id);
        return new BytesRef(bytes.array());
    }

    static UUID id(BytesRef bytes) {
        var buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits());
        bytes.putLong(id.getLeastSignificantBits());
    }

    private static void term(Document document, String field, BytesRef value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static void words(Document document, String field, List<String> words) {
        if (!words.isEmpty()) {
            document.add(new Field(field, new GivenWords(words.iterator()), COUNTED));
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
