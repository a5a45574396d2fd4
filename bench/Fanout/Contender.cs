namespace OrleansContest.Bench.Fanout;

/// <summary>One server with its spectators, kept from round to round.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private readonly IFanoutServer server;
    private readonly Spectators spectators;
    private readonly Turn turn;
    private bool isOver;

    private Contender(IFanoutServer server, IReadOnlyList<int> rates)
    {
        this.server = server;
        spectators = new Spectators(server);
        turn = new Turn(server, spectators);
        Rows = rates.ToDictionary(rate => rate, _ => new FanoutRow(server.Name));
    }

    public string Name => server.Name;

    /// <summary>Its figures at each rate.</summary>
    public IReadOnlyDictionary<int, FanoutRow> Rows { get; }

    /// <summary>Kilobytes that one more idle spectator costs.</summary>
    public double MemoryEach { get; private set; }

    /// <summary>Its spectators come, and it works for a while: what is compiled while it runs should be compiled by then.</summary>
    public static async Task<Contender> StartAsync(IFanoutServer server, BenchOptions options, IReadOnlyList<int> rates, TimeSpan warmUp)
    {
        var contender = new Contender(server, rates);
        await contender.spectators.ConnectAsync(options.Clients);
        await contender.turn.RunAsync(rates[^1], warmUp);
        return contender;
    }

    public async Task RunAsync(int rate, TimeSpan length) => Rows[rate].Add(await turn.RunAsync(rate, length));

    public async Task MeasureMemoryAsync(int more) => MemoryEach = await turn.MemoryEachAsync(more);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isOver, true))
        {
            return;
        }

        spectators.Dispose();
        await server.DisposeAsync();
    }
}
