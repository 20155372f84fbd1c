package dev.windrose.workspace.demo;

import dev.windrose.crm.file.StoredFiles;
import dev.windrose.records.importing.BeginImport;
import dev.windrose.records.importing.ImportRuns;
import dev.windrose.workspace.view.SavedView.Layout;
import dev.windrose.workspace.view.SavedView.Visibility;
import dev.windrose.workspace.view.SavedViews;
import dev.windrose.workspace.view.ViewChange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shared views, a file, and an import in the history. */
@Component
class DemoViews {

    private final SavedViews views;
    private final StoredFiles files;
    private final BeginImport imports;
    private final ImportRuns runs;
    private final DemoText text;

    DemoViews(SavedViews views, StoredFiles files, BeginImport imports, ImportRuns runs, DemoText text) {
        this.views = views;
        this.files = files;
        this.imports = imports;
        this.runs = runs;
        this.text = text;
    }

    void fill(Map<String, List<Map<String, Object>>> settings) {
        settings.get("views")
                .forEach(view -> views.create(new ViewChange(
                        text(view, "name"),
                        text(view, "record_type"),
                        Layout.valueOf(text(view, "layout").toUpperCase(Locale.ROOT)),
                        Visibility.SHARED,
                        text.values(view.get("query")),
                        false)));
        settings.get("files")
                .forEach(file -> files.add(
                        text(file, "name"),
                        content(file),
                        text(file, "record_type"),
                        String.valueOf(text.value(text(file, "record")))));
        settings.get("imports")
                .forEach(file -> runs.run(imports.of(text(file, "record_type"), text(file, "name"), content(file))
                        .id()));
    }

    private static InputStream content(Map<String, Object> file) {
        return new ByteArrayInputStream(text(file, "content").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Map<String, Object> json, String name) {
        return String.valueOf(json.get(name));
    }
}
