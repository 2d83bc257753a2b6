package host;

import dev.tieout.qbo.QuickBooks;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A Spring Boot host: one bean, which Spring closes by itself. */
@SpringBootApplication
public class App {
    public static void main(String[] args) {
        SpringApplication.run(App.class, args);
    }

    @Bean
    QuickBooks quickBooks(
            @Value("${quickbooks.base-url}") URI baseUrl,
            @Value("${quickbooks.client-id}") String clientId,
            @Value("${quickbooks.client-secret}") String clientSecret) {
        return FirstSync.quickBooks(baseUrl, clientId, clientSecret);
    }
}
