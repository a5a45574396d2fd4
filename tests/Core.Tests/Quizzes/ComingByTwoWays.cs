using OrleansContest.Quizzes;
using static OrleansContest.Tests.Quizzes.QuizScenario;

namespace OrleansContest.Tests.Quizzes;

public sealed class ComingByTwoWays
{
    private static readonly Attendee first = new("ann", "c1");
    private static readonly Attendee second = new("ann", "c2");

    private readonly QuizScenario scenario = Joined("ann", "bob");

    [Fact]
    public void Replaces_the_connection_that_was_there_before()
    {
        Assert.Empty(Says("gateway-1", first));
        Assert.Empty(Says("gateway-2", second));

        Assert.Equal(["c1"], Says("gateway-1", first));
        Assert.Empty(Says("gateway-2", second));
    }

    [Fact]
    public void Replaces_no_connection_of_others()
    {
        Says("gateway-1", first, new("bob", "c3"));
        Says("gateway-2", second);

        Assert.Equal(["c1"], Says("gateway-1", first, new("bob", "c3")));
    }

    [Fact]
    public void Is_known_without_saying_everything_again()
    {
        Says("gateway-1", first);
        Assert.Empty(Comes("gateway-2", second));

        Assert.Equal(["c1"], Says("gateway-1", first));
        Assert.Equal(["ann"], scenario.Quiz.Attendance.At(Noon));
    }

    [Fact]
    public void Matters_no_more_when_the_later_connection_is_gone()
    {
        Says("gateway-1", first);
        Says("gateway-2", second);
        Says("gateway-2");

        Assert.Empty(Says("gateway-1", first));
        Assert.Equal(["ann"], scenario.Quiz.Attendance.At(Noon));
    }

    [Fact]
    public void Matters_no_more_when_the_later_gateway_is_silent()
    {
        Says("gateway-1", first);
        Says("gateway-2", second);
        scenario.Pass(29);
        Assert.Equal(["c1"], Says("gateway-1", first));
        scenario.Pass(1);

        Assert.Empty(Says("gateway-1", first));
    }

    [Fact]
    public void Is_told_the_same_when_it_is_said_again()
    {
        Comes("gateway-1", first);
        Comes("gateway-2", second);

        Assert.Equal(["c1"], Comes("gateway-1", first));
        Assert.Empty(Comes("gateway-2", second));
    }

    private IReadOnlyList<string> Says(string gateway, params Attendee[] all) => Says(gateway, all, areAll: true);

    private IReadOnlyList<string> Comes(string gateway, params Attendee[] some) => Says(gateway, some, areAll: false);

    private IReadOnlyList<string> Says(string gateway, Attendee[] attendees, bool areAll) =>
        Assert.IsType<AttendanceTaken>(scenario.When(new Attend(gateway, attendees, areAll, scenario.Now)).Answer).Replaced;
}
