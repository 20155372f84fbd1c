package dev.windrose.crm.file;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.ActorScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the pages of PDF files after they came, and keeps their words beside the content. */
@Component
class FollowPdfs implements EventSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(FollowPdfs.class);
    private static final int LARGEST = 40 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FileStore store;
    private final FileContents contents;
    private final EventLog eventLog;
    private final TransactionTemplate transaction;

    FollowPdfs(FileStore store, FileContents contents, EventLog eventLog, TransactionTemplate transaction) {
        this.store = store;
        this.contents = contents;
        this.eventLog = eventLog;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "crm.pages";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of("file_created", "file_updated");
    }

    @Override
    public int batchSize() {
        return 20;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var ids = events.stream()
                .filter(FollowPdfs::brings)
                .map(LoggedEvent::recordId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var files = transaction.execute(_ -> store.kept(ids));
        try (var reader = new PdfReader(PATIENCE)) {
            files.stream()
                    .filter(file -> file.contentType().equals(ContentType.PDF.media()))
                    .forEach(file -> read(file, reader));
        }
    }

    /** A new file, or a new content of one. */
    private static boolean brings(LoggedEvent event) {
        return event.name().equals("file_created")
                || event.payload().get("fields") instanceof Collection<?> fields && fields.contains("content_hash");
    }

    private void read(FileStore.Kept file, PdfReader reader) {
        String key = ActorScope.current().tenant() + "/" + file.hash();
        String words = contents.has(key + StoredFiles.WORDS) ? null : words(file, key, reader);
        transaction.executeWithoutResult(_ -> {
            store.lock(file.hash());
            if (store.used(file.hash())) {
                if (words != null) {
                    keep(key + StoredFiles.WORDS, words.getBytes(StandardCharsets.UTF_8));
                }
                eventLog.append(Event.about("file", file.id(), FileEvents.PAGES_READ, Map.of()));
            }
        });
    }

    /** Nothing where there are none, so that nobody tries again. */
    private String words(FileStore.Kept file, String key, PdfReader reader) {
        try (var stream = contents.open(key).orElse(null)) {
            byte[] content = stream == null ? new byte[0] : stream.readNBytes(LARGEST + 1);
            var words = content.length > LARGEST ? null : reader.words(content).orElse(null);
            if (words == null) {
                LOG.info("The pages of file {} are not in the search", file.id());
            }
            return words == null ? "" : words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String name, byte[] words) {
        try {
            var part = Files.createTempFile("windrose", ".words");
            try {
                Files.write(part, words);
                contents.put(
                        name,
                        part,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(words)));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
