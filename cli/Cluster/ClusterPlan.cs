using System.Globalization;

namespace OrleansContest.Cli.Cluster;

/// <summary>What is to run on this machine: silos, which only it can reach, and gateways, each on a port of its own.</summary>
/// <param name="Postgres">Connection string of the database in which they meet.</param>
/// <param name="Silos">1 to <see cref="MostOfAKind"/>.</param>
/// <param name="Gateways">1 to <see cref="MostOfAKind"/>.</param>
/// <param name="Port">The first gateway's; the others take the next ones.</param>
/// <param name="SiloPort">The first of the silos' ports on 127.0.0.1: three for each.</param>
/// <param name="DataFolder">Where keys and logs are kept.</param>
/// <param name="GatewaySettings">More of each gateway's command line.</param>
internal sealed record ClusterPlan(
    string Postgres, int Silos, int Gateways, int Port, int SiloPort, string DataFolder, IReadOnlyList<string> GatewaySettings)
{
    public const int MostOfAKind = 16;
    public const int PortsOfASilo = 3;

    public string LogFolder => Path.Combine(DataFolder, "logs");

    /// <summary>Ports stay the same from start to start: a silo that takes a dead one's place is known by its address.</summary>
    /// <param name="program">Path of the built silo.</param>
    public IEnumerable<MemberPlan> SiloPlans(string program) => Enumerable.Range(0, Silos).Select(number =>
    {
        var first = SiloPort + number * PortsOfASilo;
        return new MemberPlan($"silo-{number + 1}", program, first + 2, IsPublic: false)
        {
            Arguments =
            [
                $"--urls=http://127.0.0.1:{first + 2}", "--Cluster:Address=127.0.0.1",
                $"--Cluster:SiloPort={first}", $"--Cluster:GatewayPort={first + 1}",
            ],
            MorePorts = [first, first + 1],
        };
    });

    /// <param name="program">Path of the built gateway.</param>
    public IEnumerable<MemberPlan> GatewayPlans(string program) => Enumerable.Range(0, Gateways).Select(number =>
        new MemberPlan($"gateway-{number + 1}", program, Port + number, IsPublic: true)
        {
            Arguments =
            [
                .. GatewaySettings, "--port", (Port + number).ToString(CultureInfo.InvariantCulture), "--data", DataFolder, "--make-keys",
            ],
        });
}
