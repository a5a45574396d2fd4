using OrleansContest.Bench;
using OrleansContest.Bench.Import;
using OrleansContest.Bench.Log;

return args switch
{
    ["log", ..] => await SingleEntries.RunAsync(BenchOptions.Parse(args[1..])),
    ["import", ..] => await ImportBeforeSpectators.RunAsync(BenchOptions.Parse(args[1..])),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: bench log|import [--rounds 5] [--seconds 4] [--clients 64]
          log      durable single entries per second, beside one flushed write an entry
          import   100,000 contacts imported while 100 spectators watch; each must end with the right state
        """);
    return 2;
}
