using System.Net;
using System.Text;
using System.Text.Json;
using OrleansContest.Gateway.Tests.Http;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestFiles(RestFixture gateway) : IClassFixture<RestFixture>
{
    private const string Cabrillo =
        """
        START-OF-LOG: 3.0
        CALLSIGN: W200YARC
        CONTEST: YARC-QSO-PARTY
        CATEGORY-POWER: LOW
        QSO: 14200 PH 2018-12-01 1420 W200YARC          19  NY  K4NYX         045 FL
        QSO: 14200 PH 2018-12-01 1421 W200YARC          19  NY  K4NYX         045 FL
        QSO: 14200 PH 2018-13-01 1424 W200YARC          19  NY  W4SGB         060 GA
        QSO:  7035 CW 2018-12-01 1504 W200YARC          19  NY  WS4JP         068 FL
        END-OF-LOG:

        """;

    [Fact]
    public async Task A_file_goes_in_but_for_its_bad_records_and_again_logs_nothing()
    {
        var contest = await gateway.ContestAsync();

        var first = await ImportAsync(contest, Cabrillo);
        Assert.Equal(["read", "logged", "deduped", "dupes", "rejected", "rejectedCount"], first.EnumerateObject().Select(member => member.Name));
        Assert.Equal((4, 3, 0, 1, 1), Counts(first));
        Assert.Equal(7, first.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        Assert.NotEmpty(first.GetProperty("rejected")[0].GetProperty("error").GetString()!);
        Assert.Equal((4, 0, 3, 0, 1), Counts(await ImportAsync(contest, Cabrillo)));
    }

    [Fact]
    public async Task The_station_is_the_files_own_unless_one_is_named()
    {
        var contest = await gateway.ContestAsync();
        await ImportAsync(contest, Cabrillo);
        await ImportAsync(contest, Cabrillo, "&stationId=ST9");

        var page = await gateway.Client.GetAsync($"/api/logs?contestId={contest}").IsAsync(HttpStatusCode.OK);
        Assert.Equal(
            ["ST9", "ST9", "ST9", "W200YARC", "W200YARC", "W200YARC"], page.EnumerateArray().Select(entry => entry.GetProperty("stationId").GetString()));
    }

    [Fact]
    public async Task Records_without_any_station_are_reported()
    {
        var contest = await gateway.ContestAsync();

        var imported = await ImportAsync(contest, "<EOH><CALL:5>K1ABC<BAND:3>20m<MODE:2>CW<QSO_DATE:8>20260124<TIME_ON:4>1200<EOR>");
        Assert.Equal((1, 0, 0, 0, 1), Counts(imported));
        Assert.Contains("stationId", imported.GetProperty("rejected")[0].GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_bad_records_the_first_thousand_are_listed_and_all_are_counted()
    {
        var contest = await gateway.ContestAsync();
        var bad = string.Concat(Enumerable.Repeat("QSO: 14200 PH 2018-13-01 1424 W1AW 1 W4SGB 2\n", 1_234));

        var imported = await ImportAsync(contest, "START-OF-LOG: 3.0\nCALLSIGN: W1AW\n" + bad);
        Assert.Equal((1_234, 0, 0, 0, 1_234), Counts(imported));
        Assert.Equal(1_000, imported.GetProperty("rejected").GetArrayLength());
    }

    [Fact]
    public async Task A_file_of_many_batches_goes_in_whole_however_it_is_cut_on_the_way()
    {
        var contest = await gateway.ContestAsync();
        var lines = Enumerable.Range(0, 2_345).Select(i => $"QSO: 14200 CW 2026-01-24 {i % 1440 / 60:00}{i % 60:00} W1AW {i} K{i % 10}{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))} {i}");
        var content = new PiecewiseContent(Encoding.ASCII.GetBytes("START-OF-LOG: 3.0\nCALLSIGN: W1AW\n" + string.Join('\n', lines) + "\nEND-OF-LOG:\n"), 997);

        var imported = await gateway.Client.PostAsync($"/api/import?contestId={contest}", content).IsAsync(HttpStatusCode.OK);
        Assert.Equal(2_345, imported.GetProperty("read").GetInt32());
        Assert.Equal(2_345, imported.GetProperty("logged").GetInt32() + imported.GetProperty("deduped").GetInt32());
        var figures = await gateway.Client.GetAsync($"/api/stats/contest?contestId={contest}").IsAsync(HttpStatusCode.OK);
        Assert.Equal(imported.GetProperty("logged").GetInt32(), figures.GetProperty("qsoCount").GetInt32());
    }

    [Theory]
    [InlineData("adif", "text/plain; charset=utf-8", ".adi")]
    [InlineData("cabrillo", "text/plain; charset=utf-8", ".cbr")]
    public async Task What_is_exported_comes_in_again_as_it_was(string format, string type, string suffix)
    {
        var contest = await gateway.ContestAsync();
        await ImportAsync(contest, Cabrillo);

        using var file = await gateway.Client.GetAsync($"/api/export/{format}?contestId={contest}&station=W200YARC");
        Assert.Equal(type, file.Content.Headers.ContentType?.ToString());
        Assert.Equal($"attachment; filename=\"{contest}{suffix}\"", file.Content.Headers.ContentDisposition?.ToString());
        var text = await file.Content.ReadAsStringAsync();
        Assert.Equal((3, 0, 3, 0, 0), Counts(await ImportAsync(contest, text)));
        var other = await gateway.ContestAsync();
        Assert.Equal((3, 3, 0, 1, 0), Counts(await ImportAsync(other, text.Replace(contest, other, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_station_has_its_own_header_lines_again()
    {
        var contest = await gateway.ContestAsync();
        await ImportAsync(contest, Cabrillo);

        var text = await gateway.Client.GetStringAsync($"/api/export/cabrillo?contestId={contest}");
        Assert.Contains("CATEGORY-POWER: LOW\r\n", text, StringComparison.Ordinal);
        Assert.Contains("CONTEST: YARC-QSO-PARTY\r\n", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split('\n').Count(line => line.StartsWith("QSO:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_several_stations_one_must_be_named()
    {
        var contest = await gateway.ContestAsync();
        await gateway.LogAsync(contest);
        await gateway.LogAsync(contest, more: ",\"stationId\":\"ST2\"");

        await gateway.Client.GetAsync($"/api/export/cabrillo?contestId={contest}").IsErrorAsync(HttpStatusCode.BadRequest, "station is required");
        var text = await gateway.Client.GetStringAsync($"/api/export/cabrillo?contestId={contest}&station=ST2");
        Assert.Single(text.Split('\n'), line => line.StartsWith("QSO:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_merged_away_is_not_exported()
    {
        var contest = await gateway.ContestAsync();
        var primary = await gateway.LogAsync(contest);
        var duplicate = await gateway.LogAsync(contest, time: "12:01");
        await gateway.Client.PostJsonAsync("/api/logs/merge", $$"""{"primary_id":"{{primary}}","duplicate_ids":["{{duplicate}}"]}""").IsAsync(HttpStatusCode.OK);

        var text = await gateway.Client.GetStringAsync($"/api/export/adif?contestId={contest}");
        Assert.Single(text.Split('\n'), line => line.Contains("<EOR>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("<?xml version=\"1.0\"?><ADX/>")]
    public async Task What_is_no_log_is_refused(string content)
    {
        var contest = await gateway.ContestAsync();

        await gateway.Client.PostAsync($"/api/import?contestId={contest}", new StringContent(content)).IsErrorAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_import_wants_a_contest_and_the_right_to_log_there()
    {
        var closed = await gateway.ContestAsync(open: false);
        using var holder = await gateway.KeyHolderAsync(closed);

        await gateway.Client.PostAsync("/api/import", new StringContent(Cabrillo)).IsErrorAsync(HttpStatusCode.BadRequest, "contestId is required");
        await gateway.Client.PostAsync("/api/import?contestId=nowhere", new StringContent(Cabrillo)).IsErrorAsync(HttpStatusCode.NotFound);
        await gateway.Client.PostAsync("/api/import?contestId=no%20id", new StringContent(Cabrillo)).IsErrorAsync(HttpStatusCode.NotFound);
        await gateway.Client.PostAsync($"/api/import?contestId={closed}", new StringContent(Cabrillo)).IsErrorAsync(HttpStatusCode.Unauthorized);
        await holder.PostAsync($"/api/import?contestId={closed}", new StringContent(Cabrillo)).IsAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_with_a_file_in_it_is_not_the_file()
    {
        var contest = await gateway.ContestAsync();
        using var form = new MultipartFormDataContent { { new StringContent(Cabrillo), "file", "log.cbr" } };

        await gateway.Client.PostAsync($"/api/import?contestId={contest}", form).IsErrorAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_file_beyond_the_bound_is_broken_off_and_what_went_in_before_stays()
    {
        await using var small = await RunningGateway.StartAsync("--Gateway:Http:ImportBytes=2000000");
        await small.Admin.PostJsonAsync("/api/contests", """{"id":"c","name":"C","open":true}""").IsAsync(HttpStatusCode.Created);
        var lines = Enumerable.Range(0, 30_000)
            .Select(i => $"QSO: 14200 CW 2026-01-{(i / 1_440) + 1:00} {i % 1_440 / 60:00}{i % 60:00} W1AW 599 {i} K1ABC 599 {new string('1', 40)}\n");
        var file = Encoding.ASCII.GetBytes("START-OF-LOG: 3.0\nCALLSIGN: W1AW\n" + string.Concat(lines));
        var content = new PiecewiseContent(file[..2_000_001], 4_096);

        await small.Client.PostAsync("/api/import?contestId=c", content).IsErrorAsync(HttpStatusCode.RequestEntityTooLarge);
        var figures = await small.Client.GetAsync("/api/stats/contest?contestId=c").IsAsync(HttpStatusCode.OK);
        Assert.InRange(figures.GetProperty("qsoCount").GetInt32(), 1, 29_999);
        Assert.Empty(small.Log.Lines);
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_is_no_fault()
    {
        await using var own = await RunningGateway.StartAsync();
        await own.Admin.PostJsonAsync("/api/contests", """{"id":"c","name":"C","open":true}""").IsAsync(HttpStatusCode.Created);
        using var going = new CancellationTokenSource();
        var lines = Enumerable.Range(0, 1_440).Select(i => $"QSO: 14200 CW 2026-01-24 {i / 60:00}{i % 60:00} W1AW 599 {i} K1ABC 599 1\n");
        var content = new EndlessContent(Encoding.ASCII.GetBytes("START-OF-LOG: 3.0\nCALLSIGN: W1AW\n" + string.Concat(lines)));
        var import = own.Client.PostAsync("/api/import?contestId=c", content, going.Token);
        while ((await own.Admin.GetAsync("/api/logs?contestId=c&limit=1").IsAsync(HttpStatusCode.OK)).GetArrayLength() == 0)
        {
            Assert.False(import.IsCompleted);
        }

        await going.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import);
        await own.App.StopAsync();
        Assert.Empty(own.Log.Lines);
    }

    private static (int Read, int Logged, int Deduped, int Dupes, int Rejected) Counts(JsonElement imported) =>
        (Count(imported, "read"), Count(imported, "logged"), Count(imported, "deduped"), Count(imported, "dupes"), Count(imported, "rejectedCount"));

    private static int Count(JsonElement imported, string name) => imported.GetProperty(name).GetInt32();

    private Task<JsonElement> ImportAsync(string contest, string file, string more = "") =>
        gateway.Client.PostAsync($"/api/import?contestId={contest}{more}", new StringContent(file)).IsAsync(HttpStatusCode.OK);
}
