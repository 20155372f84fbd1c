package dev.windrose.context.retrieval;

import dev.windrose.platform.settings.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** An index for vectors outside of this process, if there is one. Without it vectors are searched here. */
@ConfigurationProperties("windrose.vectors")
record VectorSettings(
        @Setting(
                "Address of a PostgreSQL with the extension pgvector, such as jdbc:postgresql://host/database, that searches vectors in place of the index in the data folder.")
        @Nullable
        String pgvectorUrl,

        @Setting("User at that PostgreSQL, who may make tables.") @Nullable
        String pgvectorUser,

        @Setting("Password of that user.") @Nullable String pgvectorPassword,

        @Setting(
                "Host of a Pinecone index, as its console shows it, that searches vectors in place of the index in the data folder. Its metric is cosine or dotproduct, its dimension that of the encoder.")
        @Nullable
        String pineconeHost,

        @Setting("Key of Pinecone.") @Nullable String pineconeApiKey) {

    static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
