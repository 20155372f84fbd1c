package dev.windrose.platform.credentials;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.process.PrivateFiles;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The keys by their names; the last one seals. They come from the settings, or from a file that only the owner of the process may read. Older keys
 * stay, so that what an older backup holds can be read.
 */
@Component
class Keyring {

    private final Path file;
    private final boolean bySetting;
    private List<SealingKey> keys;

    Keyring(ProcessSettings process, CredentialSettings settings) {
        file = process.folder().toAbsolutePath().normalize().resolve(Credentials.KEY_FILE);
        bySetting = settings.keys() != null && !settings.keys().isBlank();
        keys = bySetting ? read(List.of(settings.keys().split(",")), "The setting windrose.credentials.keys") : load();
    }

    boolean bySetting() {
        return bySetting;
    }

    /** The key that seals; made where there is none yet. */
    synchronized SealingKey current() {
        return keys.isEmpty() ? add() : keys.getLast();
    }

    /** The name of the key that seals, where there is one. */
    synchronized Optional<String> currentName() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast().id());
    }

    synchronized Optional<SealingKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** From now on a new key seals. It is in the file before anything is sealed by it. */
    synchronized SealingKey add() {
        if (bySetting) {
            throw new AppException(
                    CredentialError.KEYS_BY_SETTING,
                    "The keys come from the settings. Add a new one at the end of windrose.credentials.keys and start again.");
        }
        var more = new ArrayList<>(load());
        more.add(SealingKey.fresh(Ids.next().toString()));
        PrivateFiles.write(file, more.stream().map(SealingKey::line).collect(Collectors.joining("\n", "", "\n")));
        keys = List.copyOf(more);
        return keys.getLast();
    }

    private List<SealingKey> load() {
        try {
            return Files.exists(file) ? read(Files.readAllLines(file), "The file " + file) : List.of();
        } catch (IOException e) {
            throw new AppException(StartError.DATA_FOLDER_UNUSABLE, "The keys in %s cannot be read.".formatted(file));
        }
    }

    private static List<SealingKey> read(List<String> lines, String where) {
        try {
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(Keyring::key)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new AppException(
                    StartError.BAD_SETTING, where + " holds something that is not a key: name:base64 of 32 bytes.");
        }
    }

    private static SealingKey key(String line) {
        int colon = line.indexOf(':');
        byte[] bytes = Base64.getDecoder().decode(line.substring(colon + 1));
        try {
            return SealingKey.of(line.substring(0, Math.max(0, colon)), bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static AppException unreadable() {
        return new AppException(
                CredentialError.CREDENTIAL_UNREADABLE,
                "A stored password or token cannot be opened with the keys of this process. Enter it again, or put the key file back.");
    }
}
