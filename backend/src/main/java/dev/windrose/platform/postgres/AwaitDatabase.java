package dev.windrose.platform.postgres;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Before the first bean that needs it: waits for the database server. Makes the connection pool depend on it, so that the pool closes first
 * and the server stops last.
 */
@Component
class AwaitDatabase implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (!(factory.getSingleton(OpeningDatabase.BEAN) instanceof OpeningDatabase opening)) {
            return;
        }
        var server = opening.await().server();
        if (server == null) {
            return;
        }
        factory.registerSingleton("embeddedPostgres", server);
        for (String name : factory.getBeanNamesForType(DataSource.class, true, false)) {
            factory.getBeanDefinition(name).setDependsOn("embeddedPostgresStopper");
        }
    }
}
