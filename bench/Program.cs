using OrleansContest.Bench;
using OrleansContest.Bench.Import;
using OrleansContest.Bench.Log;
using OrleansContest.Bench.Pause;

return args switch
{
    ["log", ..] => await SingleEntries.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["import", ..] => await ImportBeforeSpectators.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    ["pause", ..] => await SilosDeath.RunAsync(BenchOptions.Parse(args.AsSpan(1))),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: bench log|import|pause [--rounds 5] [--seconds 4] [--clients 64]
          log      durable single entries per second, beside one flushed write an entry
          import   100,000 contacts imported while 100 spectators watch; each must end with the right state
          pause    how long stations and spectators of a cluster wait when a silo is killed (--silos 2, --gateways 2)
        """);
    return 2;
}
