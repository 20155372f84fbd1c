package dev.windrose.context.tree;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node as it is kept, whoever may see it. */
record StoredNode(
        UUID id,
        UUID tree,
        NodeKind kind,
        NodeText text,
        String status,
        boolean confidential,
        @Nullable UUID parent,
        @Nullable UUID variantOf,
        int position,
        String language,
        List<String> segments,
        String channel,
        Days days) {

    static final String TYPE = "context_entry";
    static final int STEP = 1_000;

    /** @return null for an entry that is no node of a tree */
    static @Nullable StoredNode of(UUID id, Map<String, Object> values) {
        var kind = NodeKind.of(values.get("kind"));
        if (kind.isEmpty()
                || !"message_tree".equals(values.get("category"))
                || !(values.get("tree_id") instanceof UUID tree)) {
            return null;
        }
        return new StoredNode(
                id,
                tree,
                kind.get(),
                new NodeText(text(values, "title"), (String) values.get("body")),
                text(values, "status"),
                "confidential".equals(values.get("sensitivity")),
                (UUID) values.get("parent_id"),
                (UUID) values.get("variant_of_id"),
                values.get("position") instanceof Number place ? place.intValue() : Integer.MAX_VALUE,
                Objects.requireNonNullElse((String) values.get("language"), "en"),
                values.get("segments") instanceof List<?> list
                        ? list.stream().map(String::valueOf).sorted().toList()
                        : List.of(),
                text(values, "channel"),
                Days.of(values));
    }

    /** One that a draft makes. */
    static StoredNode fresh(
            UUID id, UUID tree, NodeKind kind, NodeText text, String status, Map<String, @Nullable Object> place) {
        return new StoredNode(
                id,
                tree,
                kind,
                text,
                status,
                false,
                place.get("parent_id") instanceof String parent ? UUID.fromString(parent) : null,
                null,
                place.get("position") instanceof Integer position ? position : Integer.MAX_VALUE,
                "en",
                List.of(),
                "",
                new Days(null, null));
    }

    private static String text(Map<String, Object> values, String field) {
        return String.valueOf(values.getOrDefault(field, ""));
    }

    /** Whether it is said: approved, or on its way there. */
    boolean inUse() {
        return status.isEmpty() || status.equals("live") || status.equals("draft") || status.equals("in_review");
    }

    boolean live() {
        return status.equals("live");
    }

    /** Whether both are said to the same people at the same time. */
    boolean meets(StoredNode other) {
        return language.equalsIgnoreCase(other.language)
                && channel.equalsIgnoreCase(other.channel)
                && segments.equals(other.segments)
                && days.meet(other.days);
    }
}
