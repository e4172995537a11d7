namespace ProcVision.Manifests;

/// <summary>Which nodes of a graph can be reached from each other (Tarjan's algorithm, without recursion: a graph may be deep).</summary>
internal static class StrongComponents
{
    /// <summary>The number of each node's component.</summary>
    /// <param name="count">The nodes are 0 to here, without it.</param>
    /// <param name="next">The nodes one step from a node.</param>
    public static int[] Of(int count, Func<int, IEnumerable<int>> next)
    {
        int[] order = new int[count];
        int[] low = new int[count];
        int[] component = new int[count];
        var open = new Stack<int>();
        var walk = new Stack<(int Node, IEnumerator<int> Next)>();
        int visited = 0;
        for (int root = 0; root < count; root++)
        {
            if (order[root] == 0)
                Enter(root);
            while (walk.Count > 0)
            {
                var (node, steps) = walk.Peek();
                if (!steps.MoveNext())
                    Leave(node);
                else if (order[steps.Current] == 0)
                    Enter(steps.Current);
                else if (component[steps.Current] == 0)
                    low[node] = Math.Min(low[node], order[steps.Current]);
            }
        }

        return component;

        void Enter(int node)
        {
            order[node] = low[node] = ++visited;
            open.Push(node);
            walk.Push((node, next(node).GetEnumerator()));
        }

        void Leave(int node)
        {
            _ = walk.Pop();
            if (walk.Count > 0)
                low[walk.Peek().Node] = Math.Min(low[walk.Peek().Node], low[node]);
            if (low[node] != order[node])
                return;
            int member;
            do
            {
                member = open.Pop();
                component[member] = order[node];
            }
            while (member != node);
        }
    }
}
