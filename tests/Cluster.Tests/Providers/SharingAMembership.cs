using System.Net;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Cluster.Providers;

/// <summary>Orleans' own provider of membership on our tables.</summary>
[NeedsPostgres]
public sealed class SharingAMembership(ComposedSilo silo) : IClassFixture<ComposedSilo>
{
    private static readonly DateTime noon = new(2026, 1, 24, 12, 0, 0, DateTimeKind.Utc);

    [ContractFact]
    public async Task Gives_back_a_member_as_it_was_written()
    {
        var table = await silo.MembershipAsync();
        var written = Member(1, SiloStatus.Joining);
        await JoinAsync(table, written);
        written.Status = SiloStatus.Active;
        written.SuspectTimes = [Tuple.Create(AddressOf(2), noon), Tuple.Create(AddressOf(3), noon.AddSeconds(7))];
        await ChangeAsync(table, written);

        foreach (var read in new[] { await table.ReadAll(), await table.ReadRow(written.SiloAddress) })
        {
            var member = Assert.Single(read.Members).Item1;
            Assert.Equal(written.SiloAddress, member.SiloAddress);
            Assert.Equal(
                (written.Status, written.ProxyPort, written.HostName, written.SiloName, written.StartTime, written.IAmAliveTime),
                (member.Status, member.ProxyPort, member.HostName, member.SiloName, member.StartTime, member.IAmAliveTime));
            Assert.Equal(written.SuspectTimes, member.SuspectTimes);
            Assert.Equal(2, read.Version.Version);
        }
    }

    [ContractFact]
    public async Task Lets_one_of_many_through_who_join_at_the_same_version()
    {
        var table = await silo.MembershipAsync();
        var version = (await table.ReadAll()).Version.Next();
        var joined = await Task.WhenAll(Enumerable.Range(1, 8).Select(port => table.InsertRow(Member(port), version)));

        Assert.Single(joined, success => success);
        var after = await table.ReadAll();
        Assert.Equal(1, after.Version.Version);
        Assert.Single(after.Members);
    }

    [ContractFact]
    public async Task Lets_all_through_who_read_again_and_try_again()
    {
        var table = await silo.MembershipAsync();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(port => JoinAsync(table, Member(port))));

        var after = await table.ReadAll();
        Assert.Equal(8, after.Version.Version);
        Assert.Equal(Enumerable.Range(1, 8), after.Members.Select(member => member.Item1.SiloAddress.Endpoint.Port).Order());
    }

    [ContractFact]
    public async Task Refuses_who_has_not_read_the_last_version()
    {
        var table = await silo.MembershipAsync();
        await JoinAsync(table, Member(1));
        var seen = await table.ReadAll();
        await JoinAsync(table, Member(2));

        var late = Member(1, SiloStatus.Dead);
        Assert.False(await table.UpdateRow(late, seen.Members[0].Item2, seen.Version.Next()));
        Assert.False(await table.InsertRow(Member(3), seen.Version.Next()));
        Assert.All((await table.ReadAll()).Members, member => Assert.Equal(SiloStatus.Active, member.Item1.Status));
    }

    [ContractFact]
    public async Task Takes_a_sign_of_life_without_a_new_version()
    {
        var table = await silo.MembershipAsync();
        await JoinAsync(table, Member(1));
        var alive = Member(1);
        alive.IAmAliveTime = noon.AddMinutes(5);
        await table.UpdateIAmAlive(alive);

        var after = await table.ReadAll();
        Assert.Equal(1, after.Version.Version);
        Assert.Equal(alive.IAmAliveTime, Assert.Single(after.Members).Item1.IAmAliveTime);
    }

    [ContractFact]
    public async Task Forgets_who_is_long_dead_and_nobody_else()
    {
        var table = await silo.MembershipAsync();
        var longDead = Member(1, SiloStatus.Dead);
        var justDied = Member(2, SiloStatus.Dead);
        justDied.IAmAliveTime = noon.AddHours(2);
        foreach (var member in new[] { longDead, justDied, Member(3) })
        {
            await JoinAsync(table, member);
        }

        await table.CleanupDefunctSiloEntries(new DateTimeOffset(noon.AddHours(1)));

        Assert.Equal([2, 3], (await table.ReadAll()).Members.Select(member => member.Item1.SiloAddress.Endpoint.Port).Order());
    }

    [ContractFact]
    public async Task Shows_a_cluster_none_of_another_and_ends_it_alone()
    {
        var name = ComposedSilo.NewName();
        var (one, same, other) = (await silo.MembershipAsync(name), await silo.MembershipAsync(name), await silo.MembershipAsync());
        await JoinAsync(one, Member(1));
        await JoinAsync(other, Member(2));

        Assert.Equal(AddressOf(1), Assert.Single((await same.ReadAll()).Members).Item1.SiloAddress);
        await one.DeleteMembershipTableEntries(name);
        Assert.Equal(AddressOf(2), Assert.Single((await other.ReadAll()).Members).Item1.SiloAddress);
    }

    private static async Task JoinAsync(IMembershipTable table, MembershipEntry member)
    {
        while (!await table.InsertRow(member, (await table.ReadAll()).Version.Next()))
        {
            await Task.Yield();
        }
    }

    private static async Task ChangeAsync(IMembershipTable table, MembershipEntry member)
    {
        var seen = await table.ReadRow(member.SiloAddress);
        Assert.True(await table.UpdateRow(member, Assert.Single(seen.Members).Item2, seen.Version.Next()));
    }

    private static SiloAddress AddressOf(int port) => SiloAddress.New(IPAddress.Loopback, port, 17);

    private static MembershipEntry Member(int port, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = AddressOf(port), Status = status, ProxyPort = 30_000 + port, HostName = "hôte", SiloName = $"silo {port}",
        StartTime = noon.AddMilliseconds(port), IAmAliveTime = noon,
    };
}
