package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.retrieval.SourceText.Traits;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every index for vectors does. */
abstract class VectorIndexContract {

    static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    static final int SIZE = 16;

    final TenantId tenant = new TenantId(Ids.next());
    final Random random = new Random(7);

    abstract VectorIndex index();

    /** Puts them where the index finds them. */
    void put(List<Chunk> chunks) {
        ((KeptVectors) index()).put(chunks);
    }

    void remove(TenantId of, List<Chunk> chunks) {
        ((KeptVectors) index()).remove(of, chunks.stream().map(Chunk::id).toList());
    }

    float[] vector() {
        var vector = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return VectorBytes.unit(vector);
    }

    Chunk chunk(TenantId of, String type, UUID source, Traits traits, String encoder) {
        return new Chunk(of, Ids.next(), type, source, 1, 0, "body", "", "text", "hash", traits, encoder, vector());
    }

    Chunk note() {
        return chunk(tenant, "note", Ids.next(), Traits.OF_RECORDS, "one");
    }

    Chunk entry(String sensitivity, boolean live, @Nullable LocalDate from, @Nullable LocalDate to) {
        return chunk(
                tenant,
                "context_entry",
                Ids.next(),
                new Traits(sensitivity, "policy", List.of("p1"), List.of("food"), "en-GB", live, from, to),
                "one");
    }

    ChunkScope scope(Set<String> open, Map<String, Set<UUID>> some, Set<String> levels) {
        return new ChunkScope(tenant, open, some, Map.of(), levels, List.of(), null, null, null, TODAY);
    }

    ChunkScope all() {
        return scope(Set.of("note", "context_entry"), Map.of(), ChunkScope.ALL_LEVELS);
    }

    List<UUID> found(ChunkScope scope, float[] vector, int most) {
        return index().search(scope, "one", vector, most).stream()
                .map(VectorIndex.Near::chunk)
                .toList();
    }

    @Test
    void findsTheNearestFirst() {
        var chunks = new ArrayList<Chunk>();
        for (int i = 0; i < 200; i++) {
            chunks.add(note());
        }
        put(chunks);
        var wanted = chunks.get(17);
        var near = index().search(all(), "one", wanted.vector(), 10);
        assertThat(near).hasSize(10);
        assertThat(near.getFirst().chunk()).isEqualTo(wanted.id());
        assertThat(near.getFirst().similarity()).isBetween(0.999, 1.001);
        assertThat(near.get(1).similarity()).isLessThan(near.getFirst().similarity());
    }

    @Test
    void fillsThePageFromWhatIsInScope() {
        var hidden = new ArrayList<Chunk>();
        for (int i = 0; i < 300; i++) {
            hidden.add(note());
        }
        var own = new ArrayList<Chunk>();
        for (int i = 0; i < 12; i++) {
            own.add(note());
        }
        put(hidden);
        put(own);
        var ids = own.stream().map(Chunk::source).collect(Collectors.toSet());
        assertThat(found(scope(Set.of(), Map.of("note", ids), ChunkScope.ALL_LEVELS), vector(), 10))
                .hasSize(10)
                .isSubsetOf(own.stream().map(Chunk::id).toList());
        assertThat(found(scope(Set.of(), Map.of("note", Set.of()), ChunkScope.ALL_LEVELS), vector(), 10))
                .isEmpty();
    }

    @Test
    void keepsToSensitivityAndDays() {
        var open = entry("public", true, null, null);
        var inside = entry("internal", true, TODAY, TODAY);
        var secret = entry("confidential", true, null, null);
        var draft = entry("public", false, null, null);
        var later = entry("public", true, TODAY.plusDays(1), null);
        var past = entry("public", true, null, TODAY.minusDays(1));
        put(List.of(open, inside, secret, draft, later, past));
        assertThat(found(scope(Set.of("context_entry"), Map.of(), Set.of("public")), vector(), 10))
                .containsExactly(open.id());
        assertThat(found(scope(Set.of("context_entry"), Map.of(), Set.of("public", "internal")), vector(), 10))
                .containsExactlyInAnyOrder(open.id(), inside.id());
        var whenever = new ChunkScope(
                tenant,
                Set.of("context_entry"),
                Map.of(),
                Map.of(),
                Set.of("public"),
                List.of(),
                null,
                null,
                null,
                null);
        assertThat(found(whenever, vector(), 10))
                .containsExactlyInAnyOrder(open.id(), draft.id(), later.id(), past.id());
    }

    @Test
    void keepsToWhatIsAskedFor() {
        var entry = entry("public", true, null, null);
        var note = note();
        put(List.of(entry, note));
        assertThat(asked("policy", "p1", "food", "en")).containsExactly(entry.id());
        assertThat(asked("policy", "p2", null, null)).isEmpty();
        assertThat(asked("policy", null, "wood", null)).isEmpty();
        assertThat(asked("brand", null, null, null)).isEmpty();
        assertThat(asked("policy", null, null, "de")).isEmpty();
        var masked = new ChunkScope(
                tenant,
                Set.of("note", "context_entry"),
                Map.of(),
                Map.of("note", Set.of("body")),
                ChunkScope.ALL_LEVELS,
                List.of(),
                "p1",
                null,
                null,
                TODAY);
        assertThat(found(masked, vector(), 10)).containsExactly(entry.id());
    }

    private List<UUID> asked(
            String category, @Nullable String product, @Nullable String segment, @Nullable String language) {
        return found(
                new ChunkScope(
                        tenant,
                        Set.of("note", "context_entry"),
                        Map.of(),
                        Map.of(),
                        ChunkScope.ALL_LEVELS,
                        List.of(category),
                        product,
                        segment,
                        language,
                        TODAY),
                vector(),
                10);
    }

    @Test
    void knowsWorkspacesAndEncodersApart() {
        var mine = note();
        var theirs = chunk(new TenantId(Ids.next()), "note", Ids.next(), Traits.OF_RECORDS, "one");
        var other = chunk(tenant, "note", Ids.next(), Traits.OF_RECORDS, "two");
        put(List.of(mine));
        put(List.of(theirs));
        put(List.of(other));
        assertThat(found(all(), theirs.vector(), 10)).containsExactly(mine.id());
    }

    @Test
    void forgetsWhatIsRemovedAndReplacesWhatComesAgain() {
        var one = note();
        var two = note();
        put(List.of(one, two));
        put(List.of(one.with("one", vector())));
        assertThat(found(all(), vector(), 10)).containsExactlyInAnyOrder(one.id(), two.id());
        remove(tenant, List.of(one));
        remove(tenant, List.of(one));
        assertThat(found(all(), vector(), 10)).containsExactly(two.id());
    }
}
