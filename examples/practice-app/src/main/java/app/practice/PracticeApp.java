package app.practice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A small practice-management app: clients, services, invoices and payments, kept in step with QuickBooks. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PracticeApp {
    public static void main(String[] args) {
        SpringApplication.run(PracticeApp.class, args);
    }
}
