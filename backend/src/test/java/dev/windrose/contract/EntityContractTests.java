package dev.windrose.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.BusinessRecord;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.TypedView;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import dev.windrose.records.store.Json;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for every record type, and for one that a workspace has added. A new type is picked up by itself. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityContractTests {

    @Autowired
    Descriptors descriptors;

    @Autowired
    Records records;

    @Autowired
    RecordTrail trail;

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    Stream<String> types() {
        return Stream.concat(builtInTypes(), Stream.of(OwnType.NAME));
    }

    Stream<String> builtInTypes() {
        return descriptors.all().stream().map(Descriptor::name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void returnsEveryFieldAsItWasWritten(String name) {
        within(name, type -> {
            var soft = new SoftAssertions();
            var values = SampleRecords.full(type, 1);
            var id = SampleRecords.created(type, values).operations().getFirst().recordId();
            var record = records.get(name, id);
            values.forEach(
                    (field, value) -> soft.assertThat(Json.same(record.value(field), value) || derived(type, field))
                            .as("%s: wrote %s, read %s", field, value, record.value(field))
                            .isTrue());
            assertThat(record.value("change_history")).isInstanceOf(List.class);
            if (type.type() != null) {
                assertThat(TypedView.of(type.type().asSubclass(BusinessRecord.class), record)
                                .id()
                                .value())
                        .isEqualTo(id);
            }
            soft.assertAll();
        });
    }

    /** Fields that only the product sets may follow from others. */
    private static boolean derived(Descriptor type, String field) {
        return type.fields().get(field).readOnly();
    }

    @ParameterizedTest
    @MethodSource("types")
    void hidesRecordsFromOtherWorkspaces(String name) {
        var stranger = world(name);
        within(name, type -> {
            var id = SampleRecords.plain(type);
            ActorScope.run(stranger.actor(), () -> {
                assertThat(records.find(name, id)).isEmpty();
                assertThat(records.query(RecordQuery.of(name))).isEmpty();
                assertCode(CommonError.NOT_FOUND, () -> SampleRecords.apply(DraftOperation.delete(name, id)));
                assertCode(CommonError.NOT_FOUND, () -> trail.history(name, id, Long.MAX_VALUE, 10));
            });
            assertThat(records.get(name, id).binned()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesReferencesIntoOtherWorkspaces(String name) {
        Actor stranger = world(name).actor();
        within(name, type -> {
            var id = SampleRecords.plain(type);
            for (var field : type.dataFields()) {
                var target = descriptors.find(String.valueOf(field.ref()));
                if (target.isEmpty()) {
                    continue;
                }
                UUID foreign = ActorScope.call(stranger, () -> SampleRecords.plain(target.get()));
                Object value = field.kind().isJson() ? List.of(foreign) : foreign;
                assertProblem(
                        CommonError.BAD_VALUE,
                        field.name(),
                        () -> SampleRecords.updated(type, id, field.name(), value));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("builtInTypes")
    void needsSomebodyWhoActs(String name) {
        assertCode(CommonError.NOT_SIGNED_IN, () -> records.query(RecordQuery.of(name)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void keepsHistoryWithPreviousValuesAndSources(String name) {
        within(name, type -> {
            var field = SampleRecords.freeText(type);
            var id = SampleRecords.created(type, withValue(type, field, "before"))
                    .operations()
                    .getFirst()
                    .recordId();
            SampleRecords.updated(type, id, field.name(), "after");
            var entry = trail.history(name, id, Long.MAX_VALUE, 10).getFirst();
            assertThat(entry)
                    .containsEntry("version", 2L)
                    .containsEntry("changed_fields", List.of(field.name()))
                    .containsEntry("previous_values", Map.of(field.name(), "before"))
                    .containsEntry("new_values", Map.of(field.name(), "after"))
                    .containsEntry("user_name", ActorScope.current().name())
                    .containsEntry("source", "person");
            assertThat(trail.provenance(name, id).get(field.name()))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("kind", "person");
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesAVersionThatIsNoLongerThere(String name) {
        within(name, type -> {
            var field = SampleRecords.freeText(type);
            var id = SampleRecords.plain(type);
            SampleRecords.updated(type, id, field.name(), "second");
            assertCode(
                    CommonError.STALE_VERSION,
                    () -> SampleRecords.apply(DraftOperation.update(name, id, Map.of(field.name(), "third"))
                            .basedOn(1)));
            assertThat(records.get(name, id).value(field.name())).isEqualTo("second");
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void binsAndRestores(String name) {
        within(name, type -> {
            var id = SampleRecords.plain(type);
            SampleRecords.apply(DraftOperation.delete(name, id));
            assertThat(records.query(RecordQuery.of(name).where(Filter.is("id", id))))
                    .isEmpty();
            assertThat(records.get(name, id).binned()).isTrue();
            assertCode(CommonError.NOT_FOUND, () -> SampleRecords.apply(DraftOperation.delete(name, id)));
            SampleRecords.apply(DraftOperation.restore(name, id));
            assertThat(records.query(RecordQuery.of(name).where(Filter.is("id", id))))
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void showsWithoutWriting(String name) {
        within(name, type -> {
            var create = DraftOperation.create(name, SampleRecords.least(type));
            var shown =
                    changes.preview(ChangeDraft.of(Cause.person(), "", create).writingReadOnly());
            assertThat(shown.operations())
                    .filteredOn(operation -> operation.recordType().equals(name))
                    .hasSize(1);
            assertThat(changes.find(shown.id())).isEmpty();
            assertThat(shown.operations())
                    .allSatisfy(operation -> assertThat(records.find(operation.recordType(), operation.recordId()))
                            .isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void undoesACreateAndAnUpdate(String name) {
        within(name, type -> {
            var field = SampleRecords.freeText(type);
            var created = SampleRecords.created(type, withValue(type, field, "before"));
            var id = created.operations().getFirst().recordId();
            var updated = SampleRecords.updated(type, id, field.name(), "after");
            var undo = decisions.undo(updated.id());
            assertThat(records.get(name, id).value(field.name())).isEqualTo("before");
            decisions.undo(undo.id());
            assertThat(records.get(name, id).value(field.name())).isEqualTo("after");
            decisions.undo(created.id());
            assertThat(records.get(name, id).binned()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void givesAnExternalIdToOneRecordOnly(String name) {
        within(name, type -> {
            var ids = List.of(new ExternalId("erp", "4711"));
            SampleRecords.apply(
                    DraftOperation.create(name, SampleRecords.least(type)).knownAs(ids));
            assertProblem(
                    CommonError.ALREADY_EXISTS,
                    "external_ids",
                    () -> SampleRecords.apply(DraftOperation.create(name, SampleRecords.least(type))
                            .knownAs(ids)));
            assertThat(records.byExternalId(name, ids.getFirst())).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesTheFieldThatIsWrong(String name) {
        within(name, type -> {
            var id = SampleRecords.plain(type);
            assertProblem(
                    CommonError.UNKNOWN_FIELD,
                    "no_such_field",
                    () -> SampleRecords.updated(type, id, "no_such_field", 1));
            assertCode(
                    CommonError.UNKNOWN_FIELD,
                    () -> records.query(RecordQuery.of(name).where(Filter.is("no_such_field", 1))));
            for (var field : type.dataFields()) {
                assertProblem(
                        CommonError.WRONG_TYPE,
                        field.name(),
                        () -> SampleRecords.updated(type, id, field.name(), wrongType(field)));
                if (field.maxLength() > 0 && field.kind() != FieldKind.EMAIL) {
                    assertProblem(
                            CommonError.TOO_LONG,
                            field.name(),
                            () -> SampleRecords.updated(type, id, field.name(), "x".repeat(field.maxLength() + 1)));
                }
            }
            assertThat(records.get(name, id).version()).isEqualTo(1);
        });
    }

    private static Object wrongType(FieldDescriptor field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE, DATE, INSTANT, REFERENCE, PERSON -> 12.5;
            case INTEGER, NUMBER, SCORE, MONEY, BOOLEAN -> "text";
            case MULTI_CHOICE, REFERENCES -> "no list";
            case JSON -> new Object[0];
        };
    }

    private static Map<String, Object> withValue(Descriptor type, FieldDescriptor field, Object value) {
        var values = SampleRecords.least(type);
        values.put(field.name(), value);
        return values;
    }

    private static RecordWorld world(String name) {
        var world = RecordWorld.fresh();
        if (name.equals(OwnType.NAME)) {
            OwnType.define(world);
        }
        return world;
    }

    private void within(String name, Consumer<Descriptor> test) {
        ActorScope.run(world(name).actor(), () -> test.accept(descriptors.get(name)));
    }

    private static void assertCode(CommonError code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AppException.class, error -> assertThat(error.code())
                .isEqualTo(code));
    }

    private static void assertProblem(CommonError code, String field, ThrowingCallable call) {
        assertThatThrownBy(call).as(field).isInstanceOfSatisfying(AppException.class, error -> {
            assertThat(error.code()).as(field).isEqualTo(code);
            assertThat(error.field()).isEqualTo(field);
        });
    }
}
