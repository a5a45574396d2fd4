using OrleansContest.Bench;
using OrleansContest.Bench.Log;

return args switch
{
    ["log", ..] => await SingleEntries.RunAsync(BenchOptions.Parse(args[1..])),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: bench log [--rounds 5] [--seconds 4] [--clients 64]
          log   durable single entries per second, beside one flushed write an entry
        """);
    return 2;
}
