using OrleansContest.Testing;

namespace OrleansContest.Bench.Log;

/// <summary>Clients, shared out over the gateways.</summary>
internal sealed class Posters(IReadOnlyList<ContestProcess> gateways, string contest, int clients, int entriesEach = 1) : IDisposable
{
    public IReadOnlyList<Poster> All { get; } =
        [.. Enumerable.Range(0, clients).Select(number => new Poster(number, gateways[number % gateways.Count].Port, contest, entriesEach))];

    /// <summary>Each posts as fast as it is answered.</summary>
    /// <returns>Entries acknowledged per second.</returns>
    public async Task<double> FillAsync(int from, TimeSpan length)
    {
        using var stop = new CancellationTokenSource(length);
        await Task.WhenAll(All.Select(poster => poster.RunAsync(from, stop.Token)));
        return All.Sum(poster => poster.Posted) / length.TotalSeconds;
    }

    public void Dispose()
    {
        foreach (var poster in All)
        {
            poster.Dispose();
        }
    }
}
