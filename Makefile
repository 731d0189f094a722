# make demo  安装所需软件包，编译发布版，生成全部样例文书和帮助门户
# make test  安装所需软件包，运行全部测试
# make bench 用一千、一万、十万行名册测量耗时、内存和文件大小

.PHONY: all setup build demo test bench format clean

all: build

setup:
	@.ci/setup

build: setup
	swift build -c release --product mingce

demo: build
	.build/release/mingce build

test: setup
	swift test

bench: setup
	swift build -c release --product mingce
	swift build -c release --product mingce-bench
	.build/release/mingce-bench

format:
	swift format format -i --recursive Sources Tests Package.swift

clean:
	rm -rf .build public
