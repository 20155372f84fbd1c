package dev.windrose.context.retrieval;

import dev.windrose.events.EventPosition;
import dev.windrose.llm.Embeddings;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The entries of a folder of Markdown files, cut, read and indexed as those of a workspace are, without a database. */
final class ExampleIndex implements AutoCloseable {

    static final String ENCODER = "own";
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));

    private final Embeddings embeddings = new Embeddings();
    private final ChunkIndex index;
    private final Map<UUID, Chunk> chunks = new HashMap<>();
    private final Map<UUID, String> paths = new HashMap<>();
    private final Map<UUID, SentenceStore.Read> sentences = new HashMap<>();

    ExampleIndex(Path entries) throws IOException {
        index = ChunkIndex.create(Files.createTempDirectory("passages"), "eval", true, EventPosition.START);
        var read = new LinkedHashMap<String, Map<String, Object>>();
        try (var files = Files.walk(entries)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> read.put(entries.relativize(file).toString(), read(file)));
        }
        read.forEach((path, values) -> put(path, values, read));
        index.refresh();
    }

    private void put(String path, Map<String, Object> values, Map<String, Map<String, Object>> all) {
        var above = new LinkedList<String>();
        for (var at = values.get("parent_id"); at instanceof String parent && all.containsKey(parent); ) {
            above.addFirst(String.valueOf(all.get(parent).get("title")));
            at = all.get(parent).get("parent_id");
        }
        if (values.get("product_ids") instanceof List<?> products && !products.isEmpty()) {
            above.addFirst(
                    String.join(", ", products.stream().map(String::valueOf).toList()));
        }
        var id = Ids.next();
        var text = EntryText.of(id, 1, values, above);
        var said = new ArrayList<Chunk>();
        for (var part : text.parts()) {
            for (var piece : SplitText.of(part.path(), part.text())) {
                var vector = VectorBytes.unit(embeddings.of(Chunk.said(piece.heading(), piece.text())));
                said.add(new Chunk(
                        TENANT,
                        Ids.next(),
                        "context_entry",
                        id,
                        1,
                        said.size(),
                        part.field(),
                        piece.heading(),
                        piece.text(),
                        WriteChunks.hash(piece.text()),
                        text.traits(),
                        ENCODER,
                        vector));
            }
        }
        said.forEach(chunk -> {
            chunks.put(chunk.id(), chunk);
            paths.put(chunk.id(), path);
            var vectors = NearestSentence.said(chunk).stream()
                    .map(sentence -> VectorBytes.unit(embeddings.of(sentence)))
                    .toList();
            sentences.put(
                    chunk.id(),
                    new SentenceStore.Read(Objects.requireNonNull(chunk.vector()), VectorBytes.joined(vectors)));
        });
        index.put(TENANT, "context_entry", id, said);
    }

    private static Map<String, Object> read(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.indexOf("\n---", 4);
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Map<String, Object> front = yaml.load(text.substring(4, end));
            var values = new LinkedHashMap<>(front);
            values.replaceAll((_, value) ->
                    value instanceof Date date ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC) : value);
            values.put("body", text.substring(text.indexOf('\n', end + 1) + 1).strip());
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return chunks.size();
    }

    Chunk chunk(UUID id) {
        return chunks.get(id);
    }

    String path(UUID chunk) {
        return paths.get(chunk);
    }

    /** What holds today, best first. */
    List<FuseScores.Fused> find(String question, Retrieve.Ways ways) {
        var scope = new ChunkScope(
                TENANT,
                Set.of("context_entry"),
                Map.of(),
                Map.of(),
                ChunkScope.ALL_LEVELS,
                List.of(),
                null,
                null,
                null,
                LocalDate.now(Clock.system(ZoneId.of("UTC"))));
        var words = ways == Retrieve.Ways.MEANING
                ? List.<ChunkIndex.Hit>of()
                : index.words(scope, question, Retrieve.DEPTH);
        if (ways == Retrieve.Ways.WORDS) {
            return FuseScores.of(words, List.of());
        }
        var asked = VectorBytes.unit(embeddings.of(question));
        var near = new LuceneVectors(() -> Optional.of(index)).search(scope, ENCODER, asked, Retrieve.DEPTH);
        return NearestSentence.first(FuseScores.of(words, near), words, sentences, asked);
    }

    @Override
    public void close() {
        index.abandon();
        embeddings.destroy();
    }
}
