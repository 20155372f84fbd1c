package dev.windrose.platform.audit;

import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.process.PrivateFiles;
import dev.windrose.platform.settings.ProcessSettings;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the newest seal of each workspace in a file beside the database, so that cutting off the end of the chain shows. */
@Component
class AuditHeads {

    private final Path folder;

    AuditHeads(ProcessSettings settings) {
        this.folder = folder(settings.folder());
    }

    static Path folder(Path data) {
        return data.toAbsolutePath().resolve("audit");
    }

    void keep(TenantId tenant, List<AuditSeal> newest) {
        PrivateFiles.createFolder(folder);
        newest.forEach(seal ->
                PrivateFiles.write(folder.resolve(tenant.toString()), seal.number() + " " + seal.hash() + "\n"));
    }
}
