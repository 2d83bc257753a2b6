package app.practice.practice;

import dev.tieout.model.ServiceItem;
import dev.tieout.spi.LocalRecords;
import dev.tieout.testkit.contract.ServiceItemRecordsContract;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.json.JsonMapper;

/** What the library asks of every app's records, of these. */
class ServicesContractTest extends ServiceItemRecordsContract {
    @Override
    protected LocalRecords<ServiceItem> records() {
        DriverManagerDataSource database = new DriverManagerDataSource("jdbc:h2:mem:services;DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("schema.sql")).execute(database);
        return new Services(new Documents(new JdbcTemplate(database), JsonMapper.builder().build()));
    }
}
