using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>Answers as the QRZ XML service documents it: logins, callers, what is not found, what has expired; and as a service in trouble does.</summary>
/// <remarks>Source of the answers: «QRZ XML Logbook Data Interface», version 1.34, whose example is of AA7BQ.</remarks>
internal sealed class FakeQrz : IAsyncDisposable
{
    public const string User = "xx1xxx";
    public const string Password = "the password; of & a <QRZ> account";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> asked = new();
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int logins;

    private FakeQrz(WebApplication app) => this.app = app;

    public string Address => $"{app.Urls.Single()}/xml/current/";

    /// <summary>The callsigns that were asked for.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public int Logins => logins;

    /// <summary>Released for every question, of whatever sort.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>Whether the session that was given last is still good.</summary>
    public bool HasExpired { get; set; }

    public bool RefusesLogins { get; set; }

    /// <summary>Whether answers wait until <see cref="Release"/>.</summary>
    public bool IsSlow { get; set; }

    /// <summary>The status to fail with; null while all is well.</summary>
    public int? FailsWith { get; set; }

    /// <summary>Said instead of anything that makes sense.</summary>
    public string? Garbage { get; set; }

    public string[] Settings => [.. PileupFixture.Settings, $"--Pileup:QrzUser={User}", $"--Pileup:QrzPassword={Password}", $"--Pileup:QrzAddress={Address}"];

    public static async Task<FakeQrz> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeQrz(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        return fake;
    }

    public void Release() => released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await app.DisposeAsync();
        Arrived.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value!.TrimStart('?').Split(';').Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1]));
        if (query.TryGetValue("callsign", out var callsign))
        {
            asked.Enqueue(callsign);
        }

        Arrived.Release();
        if (IsSlow)
        {
            await released.Task.WaitAsync(context.RequestAborted);
        }

        context.Response.StatusCode = FailsWith ?? 200;
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(Garbage ?? $"""
            <?xml version="1.0" encoding="utf-8" ?>
            <QRZDatabase version="1.34" xmlns="http://xmldata.qrz.com">{Body(query)}</QRZDatabase>
            """);
    }

    private string Body(Dictionary<string, string> query)
    {
        if (query.TryGetValue("username", out var user))
        {
            return user == User && query["password"] == Password && !RefusesLogins ? Session($"<Key>{NewKey()}</Key>") : Session("<Error>Username/password incorrect</Error>");
        }

        return query["s"] != $"key{logins}" || HasExpired ? Session("<Error>Session Timeout</Error>")
            : query["callsign"] == "AA7BQ" ? Caller + Session($"<Key>{query["s"]}</Key>")
            : Session($"<Error>Not found: {query["callsign"]}</Error><Key>{query["s"]}</Key>");
    }

    private string NewKey()
    {
        HasExpired = false;
        return $"key{Interlocked.Increment(ref logins)}";
    }

    private static string Session(string members) => $"<Session>{members}<GMTime>Sun Nov 16 04:13:46 2012</GMTime></Session>";

    private static string Caller => """
        <Callsign><call>AA7BQ</call><dxcc>291</dxcc><fname>FRED L</fname><name>LLOYD</name><addr1>8711 E PINNACLE PEAK RD 193</addr1>
        <addr2>SCOTTSDALE</addr2><state>AZ</state><country>United States</country><land>USA</land>
        <image>http://files.qrz.com/q/aa7bq/aa7bq.jpg</image></Callsign>
        """;
}
