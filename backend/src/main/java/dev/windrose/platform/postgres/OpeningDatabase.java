package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.settings.ProcessSettings;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The database of this process while its server starts. */
final class OpeningDatabase {

    static final String BEAN = "openingDatabase";

    private final CompletableFuture<OpenDatabase> database;
    private final Map<String, Object> properties;

    private OpeningDatabase(CompletableFuture<OpenDatabase> database, Map<String, Object> properties) {
        this.database = database;
        this.properties = properties;
    }

    /** @param properties of Spring, filled once the database is there */
    static OpeningDatabase begin(ProcessSettings settings, Map<String, Object> properties) {
        var database = new CompletableFuture<OpenDatabase>();
        Thread.ofPlatform().name("database-start").start(() -> {
            try {
                database.complete(OpenDatabase.open(settings));
            } catch (Throwable failed) {
                database.completeExceptionally(failed);
            }
        });
        return new OpeningDatabase(database, properties);
    }

    /** @throws AppException saying why there is none */
    OpenDatabase await() {
        try {
            var opened = database.join();
            var access = opened.access();
            properties.put("spring.datasource.url", access.url());
            properties.put("spring.datasource.username", DatabaseAccess.APP_ROLE);
            properties.put("spring.datasource.password", access.applicationPassword());
            properties.put("spring.flyway.url", access.url());
            properties.put("spring.flyway.user", access.owner());
            properties.put("spring.flyway.password", access.ownerPassword());
            properties.put("spring.flyway.placeholders.appRole", DatabaseAccess.APP_ROLE);
            properties.put("spring.flyway.placeholders.importerRole", DatabaseAccess.IMPORTER_ROLE);
            return opened;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }
}
