using System.Globalization;
using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Tests.Engine;

/// <summary>Contests and contacts for the suite.</summary>
public static class Contacts
{
    public static ContestDraft Draft { get; } = new("Contract contest", new ContestRuleSet { Name = "GENERAL" }, null, null, Open: true);

    /// <summary>The n-th contact of a station: another callsign and another minute for each n.</summary>
    public static QsoDraft Of(string station, int n) => new()
    {
        StationId = station,
        Callsign = string.Create(CultureInfo.InvariantCulture, $"K{n % 10}{(char)('A' + n / 10 % 26)}{(char)('A' + n / 260 % 26)}{(char)('A' + n / 6760 % 26)}"),
        Band = "20",
        Mode = "CW",
        QsoDate = "2026-06-27",
        QsoTime = TimeOnly.MinValue.AddMinutes(n % 1440).ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    public static QsoDraft[] Range(string station, int first, int count) => [.. Enumerable.Range(first, count).Select(n => Of(station, n))];

    public static string NewId() => "c" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Creates a contest and returns it.</summary>
    public static async Task<IContest> CreatedAsync(this IChannels channels, string id)
    {
        var created = await channels.Get<IContest>(id).Create(Draft);
        Assert.Null(created.Refusal);
        return channels.Get<IContest>(id);
    }

    public static async Task LogAllAsync(this IContest contest, QsoDraft[] drafts)
    {
        var outcomes = await contest.Log(Caller.Anonymous, drafts);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
    }

    /// <summary>Asks again while the channel is unavailable, as a client would.</summary>
    public static async Task<T> PersistAsync<T>(Func<Task<T>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (ChannelUnavailableException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}
