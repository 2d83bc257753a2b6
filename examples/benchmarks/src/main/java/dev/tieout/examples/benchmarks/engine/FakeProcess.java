package dev.tieout.examples.benchmarks.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The fake in a process of its own. Not thread-safe. */
final class FakeProcess implements AutoCloseable {
    private final Process process;
    private final URI base;
    private final OkHttpClient browser =
            new OkHttpClient.Builder().followRedirects(false).build();

    private FakeProcess(Process process, URI base) {
        this.process = process;
        this.base = base;
    }

    static FakeProcess start(int companies) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                FakeMain.class.getName(),
                String.valueOf(companies));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new FakeProcess(process, URI.create(Objects.requireNonNull(out.readLine(), "the fake did not start")));
    }

    URI base() {
        return base;
    }

    /** All companies are as they were at the start. */
    void reset() throws IOException {
        HttpUrl url = Objects.requireNonNull(HttpUrl.get(base)).resolve("/_fake/reset");
        Request request = new Request.Builder()
                .url(Objects.requireNonNull(url))
                .post(RequestBody.create(new byte[0]))
                .build();
        try (Response response = browser.newCall(request).execute()) {
            Firm.require(response.isSuccessful(), "the fake was not reset");
        }
    }

    /** What a person does who connects a company; the query of the callback. */
    String approve(URI authorize, String realm) throws IOException {
        HttpUrl asked = Objects.requireNonNull(HttpUrl.get(authorize));
        FormBody.Builder form =
                new FormBody.Builder().add("decision", "connect").add("realm", realm);
        for (String name : asked.queryParameterNames()) {
            form.add(name, Objects.requireNonNull(asked.queryParameter(name)));
        }
        Request request = new Request.Builder().url(asked).post(form.build()).build();
        try (Response response = browser.newCall(request).execute()) {
            String location = Objects.requireNonNull(response.header("Location"), "the company was not connected");
            return URI.create(location).getRawQuery();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
