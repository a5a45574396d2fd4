using System.Globalization;

namespace OrleansContest.Bench;

/// <summary>How long to measure. Rounds alternate between the sides, because machines are noisy.</summary>
/// <param name="Rounds">Rounds of each side.</param>
/// <param name="Seconds">Length of a side's turn.</param>
/// <param name="Clients">Clients at a time.</param>
/// <param name="Silos">Silos of the cluster, where there is one.</param>
/// <param name="Gateways">Gateways of that cluster.</param>
internal sealed record BenchOptions(int Rounds = 5, int Seconds = 4, int Clients = 64, int Silos = 2, int Gateways = 2)
{
    public static BenchOptions Parse(ReadOnlySpan<string> args)
    {
        var options = new BenchOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            options = args[i] switch
            {
                "--rounds" => options with { Rounds = value },
                "--seconds" => options with { Seconds = value },
                "--clients" => options with { Clients = value },
                "--silos" => options with { Silos = value },
                "--gateways" => options with { Gateways = value },
                _ => throw new ArgumentException($"Unknown option {args[i]}."),
            };
        }

        return options;
    }
}
