namespace OrleansContest.Cli.Cluster;

public sealed class PlanningACluster
{
    private static readonly ClusterPlan plan = new("Host=h", Silos: 2, Gateways: 3, Port: 8080, SiloPort: 11_111, "data", ["--Gateway:Port=1", "--A:B=c"]);

    [Fact]
    public void Gives_each_gateway_the_next_port_and_the_same_folder_of_keys()
    {
        var gateways = plan.GatewayPlans("gateway.dll").ToList();

        Assert.Equal(["gateway-1", "gateway-2", "gateway-3"], gateways.Select(gateway => gateway.Name));
        Assert.Equal([8080, 8081, 8082], gateways.Select(gateway => gateway.Port));
        Assert.Equal(["--Gateway:Port=1", "--A:B=c", "--port", "8081", "--data", "data", "--make-keys"], gateways[1].Arguments);
        Assert.Equal(new Uri("http://127.0.0.1:8081/health/ready"), gateways[1].Health);
    }

    [Fact]
    public void Gives_each_silo_three_ports_that_only_this_machine_reaches()
    {
        var silos = plan.SiloPlans("silo.dll").ToList();

        Assert.Equal(["silo-1", "silo-2"], silos.Select(silo => silo.Name));
        Assert.Equal([11_111, 11_112, 11_113, 11_114, 11_115, 11_116], silos.SelectMany(silo => (int[])[.. silo.MorePorts, silo.Port]));
        Assert.Equal(
            ["--urls=http://127.0.0.1:11116", "--Cluster:Address=127.0.0.1", "--Cluster:SiloPort=11114", "--Cluster:GatewayPort=11115"], silos[1].Arguments);
    }

    [Fact]
    public void Puts_no_secret_on_a_command_line() =>
        Assert.DoesNotContain(plan.SiloPlans("s").Concat(plan.GatewayPlans("g")).SelectMany(member => member.Arguments), word => word.Contains("Host=h", StringComparison.Ordinal));
}
