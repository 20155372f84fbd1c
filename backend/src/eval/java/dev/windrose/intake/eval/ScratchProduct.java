package dev.windrose.intake.eval;

import dev.windrose.Windrose;
import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The whole product with a folder of data of its own, which is gone afterwards. */
final class ScratchProduct {

    private ScratchProduct() {}

    interface Work {
        void with(ApplicationContext context) throws IOException, InterruptedException;
    }

    static void with(Work work) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("windrose-eval");
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        try (var context = application.run(
                "--windrose.data=" + folder.resolve("data"), "--windrose.port=0", "--windrose.postgres-port=0")) {
            work.with(context);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
