package dev.windrose.context.retrieval;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.Records;
import dev.windrose.records.search.RecordTexts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The record types that are cut into chunks. */
@Component
class Sources {

    /** What people typed, which is written down elsewhere, and what entries of the message tree say word by word. */
    private static final Set<String> OTHERWISE = Set.of("user_prompt_log", "message_tree");

    private final Descriptors descriptors;
    private final Records records;
    private final Supplier<Map<String, ChunkSource>> own;
    private final Supplier<Map<String, RecordTexts>> contents;

    Sources(
            Descriptors descriptors,
            Records records,
            ObjectProvider<ChunkSource> own,
            ObjectProvider<RecordTexts> contents) {
        this.descriptors = descriptors;
        this.records = records;
        this.own = SingletonSupplier.of(
                () -> own.stream().collect(Collectors.toMap(ChunkSource::type, Function.identity())));
        this.contents = SingletonSupplier.of(
                () -> contents.stream().collect(Collectors.toMap(RecordTexts::type, Function.identity())));
    }

    /** Those of the workspace in scope. */
    List<Descriptor> types() {
        return descriptors.all().stream().filter(this::has).toList();
    }

    boolean has(Descriptor type) {
        return own.get().containsKey(type.name())
                || !OTHERWISE.contains(type.name())
                        && (contents.get().containsKey(type.name())
                                || type.storedFields().stream().anyMatch(field -> field.kind() == FieldKind.LONG_TEXT));
    }

    Optional<Descriptor> find(String type) {
        return descriptors.find(type).filter(this::has);
    }

    /** Whether all of its records are cut, however many. */
    boolean whole(Descriptor type) {
        return own.get().containsKey(type.name());
    }

    /** Whether an update of these fields changes what chunks say or who finds them. */
    boolean concerns(Descriptor type, Collection<String> fields) {
        return whole(type)
                || fields.contains(type.titleField())
                || RecordSource.texts(type).stream().anyMatch(field -> fields.contains(field.name()));
    }

    ChunkSource of(Descriptor type) {
        var source = own.get().get(type.name());
        return source != null
                ? source
                : new RecordSource(
                        type, records, Optional.ofNullable(contents.get().get(type.name())));
    }

    Map<UUID, SourceText> read(Descriptor type, Collection<UUID> ids) {
        return of(type).of(ids);
    }
}
