package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.RecordType;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.periods.Periods;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes records of every type. */
@RestController
@RequestMapping("/api/v1/{plural}")
class RecordWriteController {

    private final Descriptors descriptors;
    private final WriteRecord write;
    private final Periods periods;

    RecordWriteController(Descriptors descriptors, WriteRecord write, Periods periods) {
        this.periods = periods;
        this.descriptors = descriptors;
        this.write = write;
    }

    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> create(
            @PathVariable String plural, @RequestBody Map<String, @Nullable Object> body, HttpServletRequest request) {
        var type = writable(plural, Operation.CREATE, RecordType.Operation.CREATE);
        var fields = fields(body);
        var id = Ids.next();
        var past = periods.taken(type.name(), id, fields);
        var operation = DraftOperation.create(type.name(), id, fields).knownAs(externalIds(body));
        return write.with(WriteOptions.of(request), "POST " + plural, body, type, 201, operation, past)
                .entity();
    }

    @PatchMapping("/{id}")
    ResponseEntity<Map<String, @Nullable Object>> update(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestBody Map<String, @Nullable Object> body,
            HttpServletRequest request) {
        var type = writable(plural, Operation.UPDATE, RecordType.Operation.UPDATE);
        var options = WriteOptions.of(request);
        var operation = DraftOperation.update(type.name(), id, fields(body))
                .knownAs(externalIds(body))
                .basedOn(options.requiredVersion());
        return write.with(options, "PATCH %s/%s".formatted(plural, id), body, type, 200, operation)
                .entity();
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Map<String, @Nullable Object>> delete(
            @PathVariable String plural, @PathVariable UUID id, HttpServletRequest request) {
        var type = writable(plural, Operation.DELETE, RecordType.Operation.DELETE);
        var options = WriteOptions.of(request);
        var operation = based(DraftOperation.delete(type.name(), id), options);
        return write.with(options, "DELETE %s/%s".formatted(plural, id), "", type, 200, operation)
                .entity();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<Map<String, @Nullable Object>> restore(
            @PathVariable String plural, @PathVariable UUID id, HttpServletRequest request) {
        var type = writable(plural, Operation.RESTORE, RecordType.Operation.DELETE);
        var options = WriteOptions.of(request);
        var operation = based(DraftOperation.restore(type.name(), id), options);
        return write.with(options, "POST %s/%s/restore".formatted(plural, id), "", type, 200, operation)
                .entity();
    }

    private Descriptor writable(String plural, Operation operation, RecordType.Operation offered) {
        var type = descriptors.byPlural(plural);
        Permissions.require(operation, type.name());
        if (!type.operations().contains(offered)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "%s are written by the product itself.".formatted(type.labelPlural()));
        }
        return type;
    }

    private static DraftOperation based(DraftOperation operation, WriteOptions options) {
        return options.ifMatch() == null ? operation : operation.basedOn(options.ifMatch());
    }

    private static Map<String, @Nullable Object> fields(Map<String, @Nullable Object> body) {
        var fields = new LinkedHashMap<>(body);
        fields.remove("external_ids");
        return fields;
    }

    private static List<ExternalId> externalIds(Map<String, @Nullable Object> body) {
        var ids = new ArrayList<ExternalId>();
        if (body.get("external_ids") == null) {
            return ids;
        }
        if (body.get("external_ids") instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof Map<?, ?> map)
                        || !(map.get("source") instanceof String source)
                        || !(map.get("id") instanceof String id)) {
                    throw wrongExternalIds();
                }
                ids.add(new ExternalId(source, id));
            }
            return ids;
        }
        throw wrongExternalIds();
    }

    private static AppException wrongExternalIds() {
        return new AppException(
                CommonError.WRONG_TYPE, "External ids are a list of {\"source\": ..., \"id\": ...}.", "external_ids");
    }
}
