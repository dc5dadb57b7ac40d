using Reunion.Tests.Geography.Reference;

namespace Reunion.Tests.Geofencing.Exact;

/// <summary>Compares the program's answers with the reference's depths.</summary>
internal static class Exactness
{
    /// <summary>A point deeper inside must be in, one farther outside must be out.</summary>
    public const double ToleranceMetres = 30;

    private const int TrialsAtOnce = 200;

    /// <summary>Asserts that no trial is wrong, and that so many pairs were far enough from the edge to count.</summary>
    public static async Task NoneIsWrongAsync(IEnumerable<Trial> trials, int atLeast)
    {
        var decided = 0;
        var shape = 0;
        var wrong = new List<string>();
        // A part is judged while the next one is asked about.
        Task<double[]>? judging = null;
        Trial[] judged = [];
        bool[] answers = [];
        foreach (var part in trials.Chunk(TrialsAtOnce))
        {
            var next = JudgeAsync(part);
            bool[] found = [.. part.SelectMany(trial => Membership.Inside(trial.Fence, trial.Points))];
            if (judging is not null)
                Compare(judged, answers, await judging);
            (judging, judged, answers) = (next, part, found);
        }
        if (judging is not null)
            Compare(judged, answers, await judging);

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {decided} wrong: {string.Join(Environment.NewLine, wrong.Take(10))}");
        Assert.True(decided >= atLeast, $"Only {decided} pairs were far enough from an edge.");

        void Compare(Trial[] trials, bool[] isInside, double[] depths)
        {
            Assert.Equal(isInside.Length, depths.Length);
            var i = 0;
            foreach (var trial in trials)
            {
                shape++;
                foreach (var point in trial.Points)
                {
                    var (depth, inside) = (depths[i], isInside[i]);
                    i++;
                    if (Math.Abs(depth) <= ToleranceMetres)
                        continue;
                    decided++;
                    if (depth > 0 != inside)
                        wrong.Add($"{trial.Fence.GetType().Name} {shape}: {point}, {depth:f1} m inside, was {(inside ? "in" : "out")}");
                }
            }
        }
    }

    private static Task<double[]> JudgeAsync(Trial[] trials)
    {
        var numbers = new List<double>();
        foreach (var trial in trials)
            trial.WriteTo(numbers);
        return OtherLibraries.AskAsync("depths", numbers.ToArray());
    }
}
