package dev.windrose.workspace.archive;

import dev.windrose.crm.file.FileBundle;
import dev.windrose.platform.backup.KnownMigrations;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.export.ExportFormat;
import dev.windrose.records.export.Exports;
import dev.windrose.records.query.RecordQuery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Writes everything that belongs to the workspace, row by row. Runs in one transaction of the caller, so that all is of one moment. */
@Component
class WriteArchive {

    private final ArchiveCatalogueStore catalogue;
    private final ArchiveRowStore rows;
    private final Descriptors descriptors;
    private final Exports exports;
    private final FileBundle files;
    private final Workspaces workspaces;
    private final Clock clock;

    WriteArchive(
            ArchiveCatalogueStore catalogue,
            ArchiveRowStore rows,
            Descriptors descriptors,
            Exports exports,
            FileBundle files,
            Workspaces workspaces,
            Clock clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.descriptors = descriptors;
        this.exports = exports;
        this.files = files;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    void to(OutputStream out, JobContext job) throws IOException {
        var tables = catalogue.tables();
        long total = tables.stream().mapToLong(rows::count).sum();
        var progress = new Progress(job, total);
        try (var zip = new ArchiveZip(out)) {
            zip.entry("README.txt", to -> {
                try (InputStream text = new ClassPathResource("archive/README.txt").getInputStream()) {
                    text.transferTo(to);
                }
            });
            var parts = new ArrayList<Manifest.Part>();
            for (var table : tables) {
                parts.addAll(parts(zip, table, progress));
            }
            for (var type : descriptors.all()) {
                csv(zip, type, progress);
            }
            var contents = contents(zip, progress);
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    clock.instant(),
                    settings(),
                    KnownMigrations.versions(),
                    List.copyOf(parts),
                    contents,
                    LeftOut.REASONS);
            zip.entry(Manifest.FILE, to -> to.write(ReadArchive.JSON.writeValueAsBytes(manifest)));
        }
        job.progress(total, total, null);
    }

    private List<Manifest.Part> parts(ArchiveZip zip, ArchiveTable table, Progress progress) throws IOException {
        if (!table.name().equals(ArchiveTable.OF_ADDED_TYPES)) {
            return List.of(part(zip, file(table), table, null, progress));
        }
        var parts = new ArrayList<Manifest.Part>();
        for (var added : rows.addedTypes()) {
            parts.add(part(zip, "records/%s.jsonl".formatted(added.name()), table, added.id(), progress));
        }
        return parts;
    }

    /** Records are called as their type, everything else as its table. */
    private String file(ArchiveTable table) {
        return descriptors.all().stream()
                .filter(type -> type.table().equals(table.name()))
                .findFirst()
                .map(type -> "records/%s.jsonl".formatted(type.name()))
                .orElse("data/%s.jsonl".formatted(table.name()));
    }

    private Manifest.Part part(
            ArchiveZip zip, String file, ArchiveTable table, @Nullable UUID addedType, Progress progress)
            throws IOException {
        long before = progress.done;
        var sum = zip.entry(file, out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            rows.read(table, addedType, line -> {
                write(lines, line);
                progress.oneMore(table.name());
            });
            lines.flush();
        });
        return new Manifest.Part(file, table.name(), progress.done - before, sum.bytes(), sum.sha256());
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people to read: records in use, with labels and titles, defused for spreadsheets. */
    private void csv(ArchiveZip zip, Descriptor type, Progress progress) throws IOException {
        var fields = type.storedFields().stream()
                .map(FieldDescriptor::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        progress.say(type.labelPlural());
        zip.entry(
                "csv/%s.csv".formatted(type.plural()),
                out -> exports.write(
                        RecordQuery.of(type.name()).showing(fields), ExportFormat.CSV, record -> Map.of(), () -> out));
    }

    private List<Manifest.Content> contents(ArchiveZip zip, Progress progress) throws IOException {
        var contents = new ArrayList<Manifest.Content>();
        for (String name : files.names()) {
            progress.say("Files");
            try (var content = files.open(name).orElse(null)) {
                if (content != null) {
                    var sum = zip.entry("files/" + name, content::transferTo);
                    contents.add(new Manifest.Content("files/" + name, sum.bytes(), sum.sha256()));
                }
            }
        }
        return List.copyOf(contents);
    }

    private Manifest.Settings settings() {
        var workspace = workspaces.current();
        return new Manifest.Settings(
                workspace.name(),
                workspace.baseCurrency(),
                workspace.timeZone(),
                workspace.weekStart(),
                workspace.fiscalYearStartMonth());
    }

    /** Rows so far. */
    private static final class Progress {

        private static final int BETWEEN = 200;

        private final JobContext job;
        private final long total;
        private long done;

        Progress(JobContext job, long total) {
            this.job = job;
            this.total = total;
        }

        void oneMore(String what) {
            if (++done % BETWEEN == 0 && done < total) {
                job.progress(done, total, what);
            }
        }

        void say(String what) {
            job.progress(Math.min(done, Math.max(0, total - 1)), total, what);
        }
    }
}
