using OrleansContest.Bench;
using OrleansContest.Bench.Fanout;
using OrleansContest.Bench.Idle;
using OrleansContest.Bench.Import;
using OrleansContest.Bench.Latency;
using OrleansContest.Bench.Log;
using OrleansContest.Bench.Pause;
using OrleansContest.Bench.Quizzes;
using OrleansContest.Bench.Votes;

return args switch
{
    ["log", ..] when BenchOptions.Parse(args.AsSpan(1)) is { IsCluster: true } options => await ClusterEntries.RunAsync(options),
    ["log", ..] => await SingleEntries.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["votes", ..] when BenchOptions.Parse(args.AsSpan(1)) is { IsCluster: true } options => await BulkVotes.RunOnClusterAsync(options),
    ["votes", ..] => await BulkVotes.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["import", ..] => await ImportBeforeSpectators.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["export", ..] => await ExportOfASlalom.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["latency", ..] => await IngestToSpectator.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["fanout", ..] => await FanoutBench.RunAsync(BenchOptions.Parse(args.AsSpan(1), new BenchOptions(Seconds: 8, Clients: 1000))),
    ["serve-signalr", var port] => await SignalRServer.RunAsync(port),
    ["idle", ..] => await CostOfPolling.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["pause", ..] => await SilosDeath.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["quiz"] => await QuestionSpread.RunAsync(),
    ["leaderboard"] => LeaderboardCost.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: bench log|votes|import|export|latency|fanout|pause|idle|quiz|leaderboard [--rounds 5] [--seconds 4] [--clients 64]
          log      durable single entries per second, beside one flushed write an entry; with --cluster through two silos and two
                   gateways (--silos 2, --gateways 2), singly and in batches, beside one transaction an entry on the same PostgreSQL
          votes    durable votes per second in bulk, of one match; with --cluster beside one upsert a vote on the same PostgreSQL
          import   100,000 contacts imported while 100 spectators watch; each must end with the right state
          export   a slalom's export imported over HTTP, cold and warm, beside the framework's parser alone
          latency  from the moment an entry is due until a spectator has it, at half load; with --cluster through two silos
          fanout   processor time, latency and memory of updates to many spectators (--clients 1000), beside Nchan, Node ws, Socket.IO,
                   SignalR and a bare epoll loop
          idle     what a cluster costs in which nothing happens, and how long an entry takes, by how its stream is polled
          quiz     how far apart 1,000 participants of a quiz have the same question
          leaderboard  what the leaderboard of a quiz with 100,000 participants costs
          pause    how long stations and spectators of a cluster wait when a silo is killed (--silos 2, --gateways 2)
        """);
    return 2;
}
