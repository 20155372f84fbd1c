package dev.windrose.records.export;

import dev.windrose.records.RecordData;
import dev.windrose.records.store.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object a line, as the API shows records. */
final class JsonLinesExport implements ExportWriter {

    private final Function<RecordData, Map<String, @Nullable Object>> json;
    private final Writer out;

    JsonLinesExport(Function<RecordData, Map<String, @Nullable Object>> json, OutputStream out) {
        this.json = json;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void write(List<RecordData> records) throws IOException {
        for (var record : records) {
            out.write(Json.write(json.apply(record)));
            out.write('\n');
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
