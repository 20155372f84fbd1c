package dev.windrose.records.web;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paths of one record type, described. */
final class TypePaths {

    private static final Parameter ID = parameter(
                    "path", "id", TypeSchemas.of("string").format("uuid"), "Id of the record")
            .required(true);
    private static final Parameter DRY_RUN =
            parameter("query", "dry_run", TypeSchemas.of("boolean"), "Answers what would change, writes nothing");
    private static final Parameter KEY =
            parameter("header", "Idempotency-Key", TypeSchemas.of("string"), "Repeating a key repeats the answer only");
    private static final Parameter IF_MATCH =
            parameter("header", "If-Match", TypeSchemas.of("string"), "The version seen, as in the ETag");

    private static final List<Parameter> LISTING = List.of(
            parameter(
                            "query",
                            "filter",
                            TypeSchemas.of("object"),
                            "filter[field][op]=value, shorthand of the filter tree")
                    .style(Parameter.StyleEnum.DEEPOBJECT)
                    .explode(true),
            parameter(
                    "query",
                    "sort",
                    TypeSchemas.of("string"),
                    "Field names separated by commas, with - for descending"),
            parameter("query", "limit", TypeSchemas.of("integer"), "At most 500"),
            parameter("query", "cursor", TypeSchemas.of("string"), "next_cursor of the page before"),
            parameter("query", "count", TypeSchemas.of("boolean"), "Also answers the total"),
            parameter("query", "bin", TypeSchemas.of("boolean"), "What lies in the bin"));

    private final Descriptor type;
    private final TypeSchemas schemas;
    private final String root;

    TypePaths(Descriptor type) {
        this.type = type;
        this.schemas = new TypeSchemas(type);
        this.root = "/api/v1/" + type.plural();
    }

    Descriptor type() {
        return type;
    }

    Map<String, Schema<?>> schemas() {
        return schemas.all();
    }

    Map<String, PathItem> paths() {
        var paths = new LinkedHashMap<String, PathItem>();
        paths.put(root, collection());
        paths.put(
                root + "/query",
                ask("query", "Lists " + plural() + " by a filter tree", TypeSchemas.query(), schemas.page()));
        paths.put(root + "/aggregate", ask("aggregate", "Groups and totals " + plural() + " of a filter tree"));
        paths.put(root + "/board", ask("board", "Lists " + plural() + " in columns"));
        paths.put(root + "/export", ask("export", "Writes " + plural() + " of a filter tree to a file"));
        paths.put(root + "/bulk", ask("bulk", "Changes many " + plural() + " as one change set"));
        paths.put(root + "/by-external-id", new PathItem().get(byExternalId()));
        paths.put(root + "/{id}", one());
        paths.put(
                root + "/{id}/restore",
                new PathItem()
                        .post(offers(
                                RecordType.Operation.DELETE,
                                write("restore", "Takes one out of the bin", null, ID, KEY))));
        paths.put(root + "/{id}/history", tell("history", "Lists the changes of one, the newest first"));
        paths.put(root + "/{id}/provenance", tell("provenance", "Says who set each field, and from what"));
        return paths;
    }

    private PathItem collection() {
        return new PathItem()
                .get(operation("list", "Lists " + plural(), schemas.page(), LISTING))
                .post(offers(RecordType.Operation.CREATE, write("create", "Creates one", schemas.input(), KEY)));
    }

    private PathItem one() {
        return new PathItem()
                .get(operation("get", "Reads one", schemas.record(), List.of(ID)))
                .patch(offers(
                        RecordType.Operation.UPDATE,
                        write("update", "Changes fields", schemas.input(), ID, IF_MATCH, KEY)))
                .delete(offers(
                        RecordType.Operation.DELETE, write("delete", "Moves one to the bin", null, ID, IF_MATCH, KEY)));
    }

    private Operation byExternalId() {
        return operation(
                "byExternalId",
                "Finds one by its id in another system",
                schemas.record(),
                List.of(
                        parameter("query", "source", TypeSchemas.of("string"), "The other system")
                                .required(true),
                        parameter("query", "id", TypeSchemas.of("string"), "The id there")
                                .required(true)));
    }

    private PathItem tell(String verb, String summary) {
        return new PathItem().get(operation(verb, summary, TypeSchemas.of("object"), List.of(ID)));
    }

    private PathItem ask(String verb, String summary) {
        return ask(verb, summary, TypeSchemas.of("object"), TypeSchemas.of("object"));
    }

    private PathItem ask(String verb, String summary, Schema<?> question, Schema<?> answer) {
        return new PathItem().post(operation(verb, summary, answer, List.of()).requestBody(body(question)));
    }

    private @Nullable Operation offers(RecordType.Operation needed, Operation operation) {
        return type.operations().contains(needed) ? operation : null;
    }

    private Operation write(String verb, String summary, @Nullable Schema<?> input, Parameter... parameters) {
        var operation = operation(
                verb,
                summary,
                schemas.record(),
                Stream.concat(Stream.of(parameters), Stream.of(DRY_RUN)).toList());
        return input == null ? operation : operation.requestBody(body(input));
    }

    private Operation operation(String verb, String summary, Schema<?> answer, List<Parameter> parameters) {
        String status = verb.equals("create") ? "201" : "200";
        return new Operation()
                .operationId("%s_%s".formatted(type.plural(), verb))
                .summary(summary)
                .addTagsItem(type.labelPlural())
                .parameters(parameters)
                .responses(new ApiResponses()
                        .addApiResponse(
                                status, new ApiResponse().description("Done").content(json(answer))));
    }

    private String plural() {
        return type.labelPlural().toLowerCase(Locale.ROOT);
    }

    private static RequestBody body(Schema<?> schema) {
        return new RequestBody().required(true).content(json(schema));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Parameter parameter(String in, String name, Schema<?> schema, String description) {
        return new Parameter().in(in).name(name).schema(schema).description(description);
    }
}
