package dev.windrose.context.retrieval;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.outside.OutsideHosts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An index of Pinecone: a namespace for each workspace, no text in it. What may be found is the filter of each query. */
final class Pinecone implements KeptVectors {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VERSION = "2025-10";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LONGEST_ANSWER = 8_000_000;
    /** Vectors a request: with their numbers written out, a request stays below two megabytes. */
    private static final int TOGETHER = 100;

    private static final int REMOVED = 1_000;
    /** Values that one condition takes. */
    private static final int VALUES = 5_000;

    private final URI address;
    private final String key;
    private final OutsideHosts hosts;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param host with or without https:// before it; http only for a host that the operator trusts */
    Pinecone(String host, String key, OutsideHosts hosts) {
        String text = host.strip().replaceAll("/+$", "");
        this.address = URI.create(text.contains("://") ? text : "https://" + text);
        this.key = key;
        this.hosts = hosts;
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && hosts.trusted(String.valueOf(address.getHost()));
        if (address.getHost() == null || !safe) {
            throw new IllegalStateException(
                    "WINDROSE_VECTORS_PINECONE_HOST is the host of an index, reached by https, or by http where WINDROSE_OUTSIDE_ALLOWED_HOSTS names it.");
        }
    }

    @Override
    public String name() {
        return "pinecone " + WriteChunks.hash(address.toString());
    }

    @Override
    public void put(List<Chunk> chunks) {
        for (int from = 0; from < chunks.size(); from += TOGETHER) {
            var some = chunks.subList(from, Math.min(chunks.size(), from + TOGETHER));
            var body = new LinkedHashMap<String, Object>();
            body.put("vectors", some.stream().map(Pinecone::vector).toList());
            body.put("namespace", some.getFirst().tenant().toString());
            ask("/vectors/upsert", body);
        }
    }

    private static Map<String, Object> vector(Chunk chunk) {
        var traits = chunk.traits();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("encoder", String.valueOf(chunk.encoder()));
        metadata.put("type", chunk.type());
        metadata.put("source", chunk.source().toString());
        metadata.put("field", ChunkDocument.field(chunk.type(), chunk.field()));
        metadata.put("level", chunk.level());
        metadata.put("category", Objects.requireNonNullElse(traits.category(), ChunkDocument.NONE));
        metadata.put("products", ChunkDocument.anyOf(traits.products()));
        metadata.put("segments", ChunkDocument.anyOf(traits.segments()));
        metadata.put("languages", List.copyOf(ChunkDocument.languages(traits.language())));
        metadata.put("live", traits.live());
        metadata.put(
                "from",
                traits.from() == null ? Integer.MIN_VALUE : traits.from().toEpochDay());
        metadata.put("to", traits.to() == null ? Integer.MAX_VALUE : traits.to().toEpochDay());
        var vector = new LinkedHashMap<String, Object>();
        vector.put("id", chunk.id().toString());
        vector.put("values", Objects.requireNonNull(chunk.vector()));
        vector.put("metadata", metadata);
        return vector;
    }

    @Override
    public void remove(TenantId tenant, Collection<UUID> chunks) {
        var ids = chunks.stream().map(UUID::toString).toList();
        for (int from = 0; from < ids.size(); from += REMOVED) {
            ask(
                    "/vectors/delete",
                    Map.of(
                            "ids",
                            ids.subList(from, Math.min(ids.size(), from + REMOVED)),
                            "namespace",
                            tenant.toString()));
        }
    }

    /** One query for the types that are open, and one for each so many records of the others. */
    @Override
    public List<Near> search(ChunkScope scope, String encoder, float[] vector, int most) {
        if (scope.empty()) {
            return List.of();
        }
        var near = new ArrayList<Near>();
        for (var sources : sources(scope)) {
            var all = common(scope, encoder);
            all.add(sources);
            var body = new LinkedHashMap<String, Object>();
            body.put("namespace", scope.tenant().toString());
            body.put("topK", most);
            body.put("filter", Map.of("$and", all));
            body.put("includeValues", false);
            body.put("includeMetadata", false);
            body.put("vector", vector);
            for (var match : ask("/query", body).path("matches")) {
                near.add(new Near(id(match), match.path("score").asDouble()));
            }
        }
        near.sort(Comparator.comparingDouble(Near::similarity).reversed());
        return near.size() > most ? near.subList(0, most) : near;
    }

    private static UUID id(JsonNode match) {
        try {
            return UUID.fromString(match.path("id").asString(""));
        } catch (IllegalArgumentException e) {
            throw unavailable("it holds vectors that are not of this product");
        }
    }

    private static List<Map<String, Object>> common(ChunkScope scope, String encoder) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(is("encoder", "$eq", encoder));
        all.add(is("level", "$in", List.copyOf(scope.levels())));
        if (!scope.hidden().isEmpty()) {
            all.add(is("field", "$nin", List.copyOf(scope.hiddenFields())));
        }
        if (!scope.categories().isEmpty()) {
            all.add(is("category", "$in", scope.categories()));
        }
        if (scope.product() != null) {
            all.add(is("products", "$in", List.of(scope.product(), ChunkDocument.ANY)));
        }
        if (scope.segment() != null) {
            all.add(is("segments", "$in", List.of(scope.segment(), ChunkDocument.ANY)));
        }
        if (scope.language() != null) {
            all.add(is("languages", "$in", List.of(scope.languageTag(), ChunkDocument.ANY)));
        }
        if (scope.liveOn() != null) {
            all.add(is("live", "$eq", true));
            all.add(is("from", "$lte", scope.liveOn().toEpochDay()));
            all.add(is("to", "$gte", scope.liveOn().toEpochDay()));
        }
        return all;
    }

    private static List<Map<String, Object>> sources(ChunkScope scope) {
        var sources = new ArrayList<Map<String, Object>>();
        if (!scope.open().isEmpty()) {
            sources.add(is("type", "$in", List.copyOf(scope.open())));
        }
        scope.some().forEach((type, ids) -> {
            var all = ids.stream().map(UUID::toString).toList();
            for (int from = 0; from < all.size(); from += VALUES) {
                sources.add(Map.of(
                        "$and",
                        List.of(
                                is("type", "$eq", type),
                                is("source", "$in", all.subList(from, Math.min(all.size(), from + VALUES))))));
            }
        });
        return sources;
    }

    private static Map<String, Object> is(String field, String operator, Object value) {
        return Map.of(field, Map.of(operator, value));
    }

    private JsonNode ask(String path, Map<String, Object> body) {
        // A name may lead elsewhere by now.
        hosts.reachable(address.getHost());
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Api-Key", key)
                .header("X-Pinecone-Api-Version", VERSION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            if (answer.statusCode() < 200 || answer.statusCode() >= 300) {
                throw unavailable("it answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw unavailable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("the process stops");
        }
    }

    private static AppException unavailable(String why) {
        return new AppException(CommonError.UNAVAILABLE, "The Pinecone index does not answer: %s.".formatted(why));
    }
}
