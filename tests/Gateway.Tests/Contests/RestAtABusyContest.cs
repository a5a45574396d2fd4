using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Hub;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Contests;

public sealed class RestAtABusyContest
{
    private const string File = "<EOH><STATION_CALLSIGN:4>W1AW<CALL:5>K1ABC<EOR><STATION_CALLSIGN:4>W1AW<CALL:4>N1MM<EOR>";

    private readonly ManualClock clock = new();
    private int calls;

    [Fact]
    public async Task An_import_waits_until_there_is_room()
    {
        await using var gateway = await StartAsync(busy: 3);

        var imported = await ImportAsync(gateway).IsAsync(HttpStatusCode.OK);
        Assert.Equal(2, imported.GetProperty("deduped").GetInt32());
        Assert.Equal(4, calls);
    }

    [Fact]
    public async Task An_import_gives_up_when_there_is_no_room_for_long_and_says_that_it_may_be_sent_again()
    {
        await using var gateway = await StartAsync(busy: int.MaxValue);

        using var answer = await ImportAsync(gateway);
        Assert.Equal("1", answer.Headers.GetValues("Retry-After").Single());
        await Task.FromResult(answer).IsErrorAsync(HttpStatusCode.ServiceUnavailable, Refusal.Busy.Message);
    }

    [Fact]
    public async Task A_contact_is_not_waited_for()
    {
        await using var gateway = await StartAsync(busy: int.MaxValue);

        using var answer = await gateway.Client.PostJsonAsync("/api/logs", RestFixture.Qso("c"));
        Assert.Equal("1", answer.Headers.GetValues("Retry-After").Single());
        await Task.FromResult(answer).IsErrorAsync(HttpStatusCode.ServiceUnavailable, Refusal.Busy.Message);
        Assert.Equal(1, calls);
    }

    private async Task<HttpResponseMessage> ImportAsync(RunningGateway gateway)
    {
        var import = gateway.Client.PostAsync("/api/import?contestId=c", new StringContent(File));
        while (!import.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await import;
    }

    private Task<RunningGateway> StartAsync(int busy) =>
        RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<ISeats>(new FakeSeats(clock)).AddSingleton(ScriptedContest.Channels((call, arguments) => call switch
        {
            "Admit" => Task.FromResult<Outcome<Grant>>(new Grant(null)),
            "Log" => Task.FromResult(Answer((IReadOnlyList<QsoDraft>)arguments[1]!, calls++ < busy)),
            _ => throw new NotSupportedException(call),
        })));

    private static IReadOnlyList<Outcome<Logged>> Answer(IReadOnlyList<QsoDraft> drafts, bool isBusy) =>
        [.. drafts.Select(draft => isBusy ? (Outcome<Logged>)Refusal.Busy : new Logged(null, Deduped: true, draft.Callsign!))];
}
