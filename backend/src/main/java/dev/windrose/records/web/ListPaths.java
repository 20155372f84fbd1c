package dev.windrose.records.web;

import dev.windrose.records.Descriptor;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The paths of the other forms of a list: groups, boards, files, and edits of many records. */
final class ListPaths {

    private static final String FILTER = "A filter tree: and, or, not, or a field with op and value";

    private final Descriptor type;
    private final String plural;

    ListPaths(Descriptor type) {
        this.type = type;
        this.plural = type.labelPlural().toLowerCase(Locale.ROOT);
    }

    Map<String, PathItem> paths() {
        var paths = new LinkedHashMap<String, PathItem>();
        String root = "/api/v1/" + type.plural();
        paths.put(root + "/aggregate", post("aggregate", "Counts and sums " + plural + " in groups", aggregate()));
        paths.put(root + "/board", post("board", "Lists " + plural + " in columns by the values of a field", board()));
        paths.put(root + "/bulk", post("bulk", "Changes many " + plural + " as one change set", bulk()));
        paths.put(root + "/export", post("export", "Writes a list of " + plural + " into a file", export()));
        return paths;
    }

    private static Schema<?> aggregate() {
        return TypeSchemas.of("object")
                .addProperty("filter", TypeSchemas.of("object").description(FILTER))
                .addProperty("group_by", texts("At most two fields; dates with a unit, for example created_at:month"))
                .addProperty("measures", measures())
                .addProperty("currency", TypeSchemas.of("string").description("Converts amounts where rates are known"))
                .addProperty("as_of", moment());
    }

    private static Schema<?> board() {
        return TypeSchemas.query()
                .addProperty(
                        "column_field", TypeSchemas.of("string").description("A choice, yes or no, link or person"))
                .addProperty("totals", measures());
    }

    private static Schema<?> bulk() {
        return TypeSchemas.of("object")
                .addProperty("ids", texts("Those records, or those of the filter"))
                .addProperty("filter", TypeSchemas.of("object").description(FILTER))
                .addProperty("set", TypeSchemas.of("object").description("Values by field"))
                .addProperty("add", TypeSchemas.of("object").description("Values to add to fields that hold several"))
                .addProperty("remove", TypeSchemas.of("object").description("Values to take out of such fields"))
                .addProperty("action", TypeSchemas.of("string").description("delete or restore"))
                .addProperty(
                        "expected_count",
                        TypeSchemas.of("integer").description("Another number of records changes nothing"))
                .addProperty("dry_run", TypeSchemas.of("boolean"));
    }

    private static Schema<?> export() {
        return TypeSchemas.query()
                .addProperty("format", TypeSchemas.of("string").description("csv, xlsx or jsonl"));
    }

    private static Schema<?> texts(String description) {
        return TypeSchemas.of("array").items(TypeSchemas.of("string")).description(description);
    }

    private static Schema<?> measures() {
        return TypeSchemas.of("array")
                .items(TypeSchemas.of("object")
                        .addProperty("op", TypeSchemas.of("string").description("count, sum, avg, min or max"))
                        .addProperty("field", TypeSchemas.of("string")));
    }

    private static Schema<?> moment() {
        return TypeSchemas.of("string").format("date-time").description("The records as they were then");
    }

    private PathItem post(String verb, String summary, Schema<?> body) {
        return new PathItem()
                .post(new Operation()
                        .operationId("%s_%s".formatted(type.plural(), verb))
                        .summary(summary)
                        .addTagsItem(type.labelPlural())
                        .requestBody(new RequestBody().required(true).content(json(body)))
                        .responses(new ApiResponses()
                                .addApiResponse(
                                        "200",
                                        new ApiResponse()
                                                .description("Done")
                                                .content(json(TypeSchemas.of("object"))))));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }
}
